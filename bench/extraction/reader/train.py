"""Teaches the reader: a small transformer over the pieces of a stretch of text that says, for each name and each sentence in
it, which uses it is linked with, how that stands and who serves it.

    node bench/extraction/reader/export.ts FOLDER
    python3 bench/extraction/reader/train.py FOLDER WEIGHTS [--epochs N] [--seed N]

Needs PyTorch. Learns from the passages under `passages/` and the sentences under `../uses/`; says after each epoch how well it
links on the passages to develop by, which it never learns from.
"""

import argparse
import json
import math
import random
import sys
import time
from collections import defaultdict

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

STANDINGS = ["current", "ended", "planned", "speculated", "compared"]
WIDTH, HEADS, LAYERS, INNER, REACH = 192, 6, 3, 384, 32
STANDING_WIDTH = 48
POINTER_WIDTH = 64
MOST_TOKENS = 448

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("weights")
parser.add_argument("--epochs", type=int, default=14)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--dropout", type=float, default=0.2)
parser.add_argument("--rate", type=float, default=1e-3)
parser.add_argument("--left-out", type=int, default=10, help="one passage in so many is only measured")
parser.add_argument("--no-rules", action="store_true")
parser.add_argument("--layers", type=int, default=LAYERS)
options = parser.parse_args()
LAYERS = options.layers

random.seed(options.seed)
torch.manual_seed(options.seed)
names = json.load(open(f"{options.folder}/names.json"))
USES = names["uses"]
USE = {name: at for at, name in enumerate(USES)}
MARKS = names["marks"]
table = torch.from_numpy(
    np.fromfile(f"{options.folder}/table.bin", dtype=np.float16).reshape(names["pieces"], names["width"])
)
meant = torch.from_numpy(np.fromfile(f"{options.folder}/vectors.bin", dtype=np.float16).reshape(-1, names["width"]))
LEAST_SHARE = 0.002
MEASURED = ("by another hand", "as pages tell it, odd")


def plain(name):
    return "".join(c for c in (name or "").lower() if c not in " _-\t\n")


def same_model(found, wanted):
    if wanted is None:
        return True
    a, b = plain(found), plain(wanted)
    return a != "" and (a in b or b in a)


def vectors_of(tokens):
    rows = torch.zeros(len(tokens), names["width"], dtype=torch.float16)
    for at, token in enumerate(tokens):
        if len(token) == 1:
            rows[at] = table[token[0]]
        elif token:
            rows[at] = table[torch.tensor(token)].float().mean(0).half()
    return rows


class Example:
    """A passage as numbers: tokens, groups of candidates, and what of them is right."""

    def __init__(self, raw):
        self.raw = raw
        self.set, self.id, self.language = raw["set"], raw["id"], raw["language"]
        tokens, self.marks, self.uses, self.sentences = [], [], [], []
        start = []
        sentence = -1
        for part in raw["parts"]:
            start.append(len(tokens))
            if part["isOne"]:
                if not part["pieces"]:
                    sentence += 1
                tokens.append(part["pieces"])
                self.marks.append(part["mark"])
                self.uses.append(part["use"])
                self.sentences.append(sentence)
            else:
                for piece in part["pieces"]:
                    tokens.append([piece])
                    self.marks.append(part["mark"])
                    self.uses.append(part["use"])
                    self.sentences.append(sentence)
        self.tokens = tokens[:MOST_TOKENS]
        self.marks, self.uses = self.marks[:MOST_TOKENS], self.uses[:MOST_TOKENS]
        self.sentences = self.sentences[:MOST_TOKENS]
        # The sentence as a whole, at its first token.
        self.meant = [(at, s["vector"]) for at, s in zip(
            [at for at, t in enumerate(tokens) if not t], raw["sentences"]) if at < MOST_TOKENS and s["vector"] is not None]
        self.ones = [len(t) != 1 or m >= 9 or m == 4 or m == 8 for t, m in zip(self.tokens, self.marks)]
        groups = {}
        self.anchor_of = {}
        for at, c in enumerate(raw["candidates"]):
            token = start[c["part"]]
            if token >= MOST_TOKENS:
                continue
            if not c["isNamed"]:
                key = ("anchor", at)
                self.anchor_of[c["sentence"]] = key
            elif c["model"] is None and c["maker"] == "self-hosted":
                key = ("own", at)
            elif c["model"] is None:
                key = ("provider", c["maker"])
            else:
                key = ("model", plain(c["written"]))
            group = groups.setdefault(
                key,
                {
                    "key": key,
                    "members": [],
                    "sentences": [],
                    "model": c["model"],
                    "written": c["written"],
                    "maker": c["maker"],
                    "told": None,
                },
            )
            group["members"].append(token)
            group["sentences"].append(c["sentence"])
            if c["isHosted"] and c["model"] is not None:
                group["told"] = c["provider"] if c["provider"] is not None else "none"
        self.groups = list(groups.values())
        index = {g["key"]: at for at, g in enumerate(self.groups)}
        # Who may serve: what is told somewhere, the maker, the client itself, nobody known.
        self.hosts = defaultdict(list)
        for host in raw["hosts"]:
            token = start[host["part"]]
            if token < MOST_TOKENS:
                self.hosts[host["providerId"] or "none"].append(token)
        self.vectors = vectors_of(self.tokens)
        self.anchors = [(s, index[k]) for s, k in self.anchor_of.items()]
        shares = torch.tensor([s["shares"] for s in raw["sentences"]])
        logs = torch.log(shares + LEAST_SHARE)
        self.logs = torch.stack([logs[sorted(set(g["sentences"]))].max(0).values for g in self.groups]) - math.log(LEAST_SHARE)
        # What the rules say.
        self.claims = {}
        for claim in raw["claims"]:
            if claim["useCaseId"] is None:
                continue
            at = self.find(claim["modelName"], claim["providerId"], claim["sentence"], index)
            if at is not None:
                known = self.claims.get((at, USE[claim["useCaseId"]]))
                if known is None or known["score"] < claim["score"]:
                    self.claims[(at, USE[claim["useCaseId"]])] = claim
        # What is right.
        self.links = {}
        self.words = []
        self.labelled = sorted({USE[label["useCaseId"]] for label in raw["labels"]})
        self.told_in = defaultdict(set)
        self.ignored = set()
        self.missed = 0
        for label in raw["labels"]:
            use = USE[label["useCaseId"]]
            at = self.find(label["model"], label["providerId"], label["sentence"], index)
            own = [start[p] + t for p, a, b in label["tokens"] for t in range(a, b) if start[p] + t < MOST_TOKENS]
            if own:
                self.words.append((use, own))
            if label["sentence"] in self.anchor_of:
                self.told_in[index[self.anchor_of[label["sentence"]]]].add(use)
            if at is None:
                # Told by no name, and nobody wrote down where.
                self.missed += 1
                self.ignored |= {(other, use) for _, other in self.anchors}
                continue
            self.links.setdefault((at, use), []).append((STANDINGS.index(label["standing"]), label["providerId"] or "none"))
            if self.groups[at]["key"][0] == "anchor":
                self.ignored |= {(other, use) for _, other in self.anchors if other != at}
        self.ignored -= set(self.links)

    def claim_of(self, at, use):
        """What the rules say of this link, or else of the same name in another use."""
        return self.claims.get((at, use)) or next((c for (other, _), c in self.claims.items() if other == at), None)

    def find(self, model, provider, sentence, index):
        """The group that a link is of."""
        if model is not None:
            exact = [at for at, g in enumerate(self.groups) if g["key"][0] == "model" and plain(g["written"]) == plain(model)]
            near = [
                at
                for at, g in enumerate(self.groups)
                if g["key"][0] == "model" and (same_model(g["written"], model) or same_model(g["model"], model))
            ]
            if exact or near:
                return (exact or sorted(near, key=lambda at: -len(self.groups[at]["written"])))[0]
            if provider is not None and ("provider", provider) in index:
                return index[("provider", provider)]
        elif provider is not None and ("provider", provider) in index:
            return index[("provider", provider)]
        elif provider is not None and any(g["key"][0] == "model" and g["maker"] == provider for g in self.groups):
            # "MiniMax" is a model's name as well as its maker's.
            named = [at for at, g in enumerate(self.groups) if g["key"][0] == "model" and g["maker"] == provider]
            here = [at for at in named if sentence in self.groups[at]["sentences"]]
            return min(here or named, key=lambda at: len(self.groups[at]["written"]))
        elif provider == "self-hosted":
            own = [at for at, g in enumerate(self.groups) if g["key"][0] == "own"]
            here = [at for at in own if sentence in self.groups[at]["sentences"]]
            if own:
                return (here or own)[0]
            named = [at for at, g in enumerate(self.groups) if g["key"][0] == "model" and g["maker"] == "self-hosted"]
            if named:
                return named[0]
        elif provider is None:
            # A vendor that the catalogue does not hold is nobody known.
            for at, g in enumerate(self.groups):
                if g["key"][0] == "model" and g["maker"] is None and sentence in g["sentences"]:
                    return at
        if sentence in self.anchor_of:
            return index[self.anchor_of[sentence]]
        return None


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.join = nn.Linear(WIDTH, WIDTH)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.near = nn.Parameter(torch.zeros(HEADS, 2 * REACH + 1))
        self.beside = nn.Parameter(torch.zeros(HEADS))
        self.drop = nn.Dropout(options.dropout)

    def forward(self, x, distance, together, hidden):
        batch, length, _ = x.shape
        q, k, v = self.attend(self.norm1(x)).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        bias = self.near[:, distance].unsqueeze(0) + self.beside.view(1, HEADS, 1, 1) * together.unsqueeze(1) + hidden
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = x + self.drop(self.join(seen.transpose(1, 2).reshape(batch, length, WIDTH)))
        return x + self.drop(self.outer(F.gelu(self.inner(self.norm2(x)), approximate="tanh")))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.pieces = nn.Linear(names["width"], WIDTH, bias=False)
        self.meant = nn.Linear(names["width"], WIDTH, bias=False)
        self.shares = nn.Parameter(torch.tensor([0.2, 0.2, 0.2]))
        self.mark = nn.Embedding(len(MARKS), WIDTH)
        self.use = nn.Embedding(len(USES) + 1, WIDTH)
        nn.init.normal_(self.mark.weight, std=0.3)
        nn.init.normal_(self.use.weight, std=0.3)
        self.norm0 = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)
        self.uses_named = nn.Linear(WIDTH, len(USES))
        self.uses_unnamed = nn.Linear(WIDTH, len(USES))
        self.uses_told = nn.Linear(WIDTH, len(USES))
        self.stands = nn.Linear(WIDTH, STANDING_WIDTH)
        self.stands_use = nn.Embedding(len(USES), STANDING_WIDTH)
        self.standing = nn.Linear(STANDING_WIDTH, len(STANDINGS))
        # Where in the text a use is told, and which name looks there.
        self.token_uses = nn.Linear(WIDTH, len(USES))
        self.look = nn.Linear(WIDTH, POINTER_WIDTH)
        self.look_unnamed = nn.Linear(WIDTH, POINTER_WIDTH)
        self.seen = nn.Linear(WIDTH, POINTER_WIDTH)
        self.same = nn.Parameter(torch.tensor([1.0, 3.0]))
        self.offset = nn.Parameter(torch.tensor([4.0]))
        self.scene = nn.Linear(WIDTH, STANDING_WIDTH, bias=False)
        self.serve = nn.Linear(WIDTH, 3)  # maker, own machines, nobody known
        self.serve_unnamed = nn.Linear(WIDTH, 3)
        self.ask = nn.Linear(WIDTH, POINTER_WIDTH)
        self.answer = nn.Linear(WIDTH, POINTER_WIDTH)
        self.pointed = nn.Parameter(torch.zeros(1))
        # The rules: that they say so, how sure, its standing, its provider; what they take the host of a name to be.
        self.rule = nn.Parameter(torch.tensor([4.0, 1.0, 2.0, 2.0, 1.0]))
        # How likely a link is right as a whole: learnt at the end, on passages left out.
        self.chance = nn.Parameter(torch.zeros(4), requires_grad=False)
        self.drop = nn.Dropout(options.dropout)
        nn.init.constant_(self.token_uses.bias, -8.0)
        for head in (self.uses_named, self.uses_unnamed, self.uses_told):
            nn.init.constant_(head.bias, -4.0)

    def forward(self, batch):
        x = self.pieces(batch["vectors"]) + self.meant(batch["meant"]) + self.mark(batch["marks"]) + self.use(batch["uses"])
        x = self.drop(self.norm0(x))
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            for layer in self.layers:
                x = layer(x, batch["distance"], batch["together"], batch["hidden"])
        return self.norm(x.float())


def collate(examples, training):
    length = max(len(e.tokens) for e in examples)
    batch = len(examples)
    vectors = torch.zeros(batch, length, names["width"])
    wholes = torch.zeros(batch, length, names["width"])
    marks = torch.zeros(batch, length, dtype=torch.long)
    uses = torch.zeros(batch, length, dtype=torch.long)
    sentences = torch.full((batch, length), -1)
    for row, e in enumerate(examples):
        count = len(e.tokens)
        first = torch.tensor([t[0] if t else 0 for t in e.tokens])
        vectors[row, :count] = table[first].float()
        for at, token in enumerate(e.tokens):
            if not token:
                vectors[row, at] = 0
            elif len(token) > 1:
                vectors[row, at] = table[torch.tensor(token)].float().mean(0)
        at_, which = [at for at, _ in e.meant], [v for _, v in e.meant]
        # Unit vectors, brought to the size of the pieces' ones.
        wholes[row, at_] = meant[which].float() * math.sqrt(names["width"])
        if not isinstance(e.marks, torch.Tensor):
            e.marks, e.uses, e.sentences, e.ones = (torch.tensor(v) for v in (e.marks, e.uses, e.sentences, e.ones))
        marks[row, :count] = e.marks
        uses[row, :count] = e.uses
        sentences[row, :count] = e.sentences
        if training:
            # A name is not always known, a word may be missing.
            gone = torch.rand(count) < torch.where(e.ones, 0.5, 0.1)
            vectors[row, :count][gone] = 0
            uses[row, :count][torch.rand(count) < 0.1] = 0
    place = torch.arange(length)
    distance = (place[None, :] - place[:, None]).clamp(-REACH, REACH) + REACH
    hidden = torch.zeros(batch, 1, 1, length)
    hidden[(sentences < 0)[:, None, None, :]] = -1e4
    return {
        "vectors": vectors,
        "meant": wholes,
        "marks": marks,
        "uses": uses,
        "distance": distance,
        "together": (sentences[:, :, None] == sentences[:, None, :]).float(),
        "hidden": hidden,
    }


class Batch:
    """The groups of several passages, one after the other."""

    def __init__(self, x, examples, use_rules):
        self.examples = examples
        length = x.shape[1]
        self.flat = x.reshape(-1, WIDTH)
        self.offsets = [row * length for row in range(len(examples))]
        most = max((len(g["members"]) for e in examples for g in e.groups), default=1)
        members, first = [], []
        for row, e in enumerate(examples):
            first.append(len(members))
            for g in e.groups:
                own = [self.offsets[row] + m for m in g["members"]]
                members.append(own + own[:1] * (most - len(own)))
        self.first = first
        self.states = self.flat[torch.tensor(members)].max(1).values
        self.x = x
        self.rows = torch.tensor([row for row, e in enumerate(examples) for _ in e.groups])
        self.same = torch.zeros(len(members), length)
        self.outside = torch.zeros(len(examples), length)
        at = 0
        for row, e in enumerate(examples):
            sentences = e.sentences if isinstance(e.sentences, torch.Tensor) else torch.tensor(e.sentences)
            self.outside[row, len(e.tokens) :] = -1e4
            for g in e.groups:
                self.same[at, : len(e.tokens)] = torch.isin(sentences, sentences[g["members"]]).float()
                at += 1
        self.named = torch.tensor([g["key"][0] != "anchor" for e in examples for g in e.groups])
        self.logs = torch.cat([e.logs for e in examples])
        self.use_rules = use_rules

    def look(self, model):
        """How much each group looks at each token (groups × tokens), and what use each token tells."""
        asked = torch.where(self.named[:, None], model.look(self.states), model.look_unnamed(self.states))
        pairs = (asked[:, None, :] * model.seen(self.x)[self.rows]).sum(-1) / math.sqrt(POINTER_WIDTH)
        bias = torch.where(self.named, model.same[0], model.same[1])
        self.pairs = pairs + bias[:, None] * self.same + self.outside[self.rows]
        self.token_uses = model.token_uses(self.x)

    def links(self, model):
        self.look(model)
        direct = torch.where(
            self.named[:, None],
            model.uses_named(self.states) + model.shares[0] * self.logs,
            model.uses_unnamed(self.states) + model.shares[1] * self.logs,
        )
        pointed = torch.logsumexp(self.pairs[:, :, None] + self.token_uses[self.rows], 1)
        logits = torch.logaddexp(direct, pointed)
        places, scores = [], []
        for row, e in enumerate(self.examples):
            if self.use_rules[row]:
                for (at, use), claim in e.claims.items():
                    places.append((self.first[row] + at, use))
                    scores.append(min(0.98, max(0.02, claim["score"])))
        if places:
            at = torch.tensor(places)
            extra = torch.zeros_like(logits)
            extra[at[:, 0], at[:, 1]] = model.rule[0] + model.rule[1] * torch.logit(torch.tensor(scores))
            logits = logits + extra
        return logits

    def standings(self, model, asked):
        """Logits of standing for each (row, group, use)."""
        groups = torch.tensor([self.first[row] + at for row, at, _ in asked])
        uses = torch.tensor([use for _, _, use in asked])
        rows = self.rows[groups]
        told = self.token_uses[rows].gather(2, uses[:, None, None].expand(-1, self.x.shape[1], 1)).squeeze(2)
        heard = torch.softmax(self.pairs[groups] + told, 1)
        scene = torch.einsum("kt,ktd->kd", heard, self.x[rows])
        inner = model.stands(self.states[groups]) + model.scene(scene) + model.stands_use(uses)
        logits = model.standing(F.gelu(inner, approximate="tanh"))
        extra = torch.zeros_like(logits)
        for k, (row, at, use) in enumerate(asked):
            claim = self.examples[row].claim_of(at, use) if self.use_rules[row] else None
            if claim is not None:
                extra[k, STANDINGS.index(claim["standing"])] = 1
        return logits + model.rule[2] * extra

    def providers(self, model, asked):
        """Who may serve each (row, group, use): for each its entries' providers, and their logits from `starts` on."""
        groups = torch.tensor([self.first[row] + at for row, at, _ in asked])
        states = self.states[groups]
        named = self.named[groups]
        base = torch.where(named[:, None], model.serve(states), model.serve_unnamed(states))
        question = model.ask(states)
        owner, kind, token, told, hint, names_ = [], [], [], [], [], []
        for k, (row, at, use) in enumerate(asked):
            e = self.examples[row]
            group = e.groups[at]
            entries = [(1, 0, "self-hosted"), (2, 0, "none")]
            if group["key"][0] != "anchor":
                entries.append((0, 0, group["maker"] or "none"))
            for provider, tokens in e.hosts.items():
                entries += [(3, self.offsets[row] + t, provider) for t in tokens]
            claim = e.claims.get((at, use)) if self.use_rules[row] else None
            ruled = (claim["providerId"] or "none") if claim is not None else None
            for what, where, provider in entries:
                owner.append(k)
                kind.append(what)
                token.append(where)
                names_.append(provider)
                told.append(float(provider == ruled))
                hint.append(float(self.use_rules[row] and provider == group["told"]))
        owner, kind, token = torch.tensor(owner), torch.tensor(kind), torch.tensor(token)
        pointed = (question[owner] * model.answer(self.flat[token])).sum(-1) / math.sqrt(POINTER_WIDTH) + model.pointed[0]
        plain_ = base[owner, kind.clamp(max=2)]
        scores = torch.where(kind == 3, pointed, plain_)
        scores = scores + model.rule[3] * torch.tensor(told) + model.rule[4] * torch.tensor(hint)
        return owner, names_, scores


def loss_of(model, x, examples, use_rules):
    batch = Batch(x, examples, use_rules)
    logits = batch.links(model)
    target, weight = torch.zeros_like(logits), torch.ones_like(logits)
    asked, answers = [], []
    anchors, wanted = [], []
    for row, e in enumerate(examples):
        base = batch.first[row]
        for (at, use), answer in e.links.items():
            target[base + at, use] = 1
            asked.append((row, at, use))
            answers.append(answer)
        for at, use in e.ignored:
            weight[base + at, use] = 0
        if e.told_in or not e.links:
            for _, at in e.anchors:
                anchors.append(base + at)
                wanted.append(e.told_in.get(at, ()))
    total = (F.binary_cross_entropy_with_logits(logits, target, reduction="none") * weight).sum()
    if anchors:
        told = model.uses_told(batch.states[anchors]) + model.shares[2] * batch.logs[anchors]
        right = torch.zeros_like(told)
        for row, uses in enumerate(wanted):
            for use in uses:
                right[row, use] = 1
        total = total + 0.5 * F.binary_cross_entropy_with_logits(told, right, reduction="sum")
    for row, e in enumerate(examples):
        count = len(e.tokens)
        tokens = batch.token_uses[row, :count] + model.offset[0]
        free = torch.ones(count, dtype=torch.bool)
        for use, own in e.words:
            free[own] = False
            mean = torch.logsumexp(tokens[own, use], 0) - math.log(len(own))
            total = total + 0.5 * F.softplus(-mean)
        others = torch.ones(len(USES), dtype=torch.bool)
        others[e.labelled] = False
        if e.set == "taught" and free.any():
            total = total + F.softplus(tokens[free][:, others]).sum(1).mean()
    if asked:
        standing = F.log_softmax(batch.standings(model, asked), 1)
        pick = torch.zeros_like(standing)
        for k, answer in enumerate(answers):
            for s, _ in answer:
                pick[k, s] += 1 / len(answer)
        total = total - 0.7 * (standing * pick).sum()
        owner, names_, scores = batch.providers(model, asked)
        gold = torch.tensor([name in [p for _, p in answers[k]] for name, k in zip(names_, owner.tolist())])
        powers = torch.exp(scores.clamp(max=30))
        whole = torch.zeros(len(asked)).index_add(0, owner, powers)
        part = torch.zeros(len(asked)).index_add(0, owner, powers * gold)
        known = torch.zeros(len(asked)).index_add(0, owner, gold.float()) > 0
        total = total - 0.7 * torch.log(part[known] / whole[known]).sum()
    return total


def choose_providers(owner, names_, scores, count):
    """For each link the likeliest provider, and its share."""
    sums = [defaultdict(float) for _ in range(count)]
    for k, name, power in zip(owner.tolist(), names_, torch.exp(scores.clamp(max=30)).tolist()):
        sums[k][name] += power
    best = [max(one, key=one.get) for one in sums]
    return [(name, one[name] / sum(one.values())) for name, one in zip(best, sums)]


def answers_of(model, examples):
    """For each passage its links: (group, use, logit, provider, standing), those that are likelier than a little."""
    found = []
    model.eval()
    with torch.no_grad():
        for start in range(0, len(examples), 32):
            chunk = examples[start : start + 32]
            batch = Batch(model(collate(chunk, False)), chunk, [not options.no_rules] * len(chunk))
            logits = batch.links(model)
            asked, values = [], []
            for row, e in enumerate(chunk):
                own = logits[batch.first[row] : batch.first[row] + len(e.groups)]
                gold = torch.zeros_like(own, dtype=torch.bool)
                for at, use in e.links:
                    gold[at, use] = True
                for at, use in ((own > -3) | gold).nonzero().tolist():
                    asked.append((row, at, use))
                    values.append(float(own[at, use]))
            rows = [[] for _ in chunk]
            if asked:
                standing = torch.softmax(batch.standings(model, asked), 1).max(1)
                served = choose_providers(*batch.providers(model, asked), len(asked))
                for (row, at, use), value, s, share, (p, q) in zip(
                    asked, values, standing.indices.tolist(), standing.values.tolist(), served
                ):
                    rows[row].append((at, use, value, p, s, math.log(q), math.log(share)))
            found += [(rows[row], logits[batch.first[row] : batch.first[row] + len(e.groups)]) for row, e in enumerate(chunk)]
    return found


def parts_right(examples, answers):
    """Of links that are there: how often each question about them is answered right by itself."""
    counts = defaultdict(lambda: [0, 0])

    def count(name, right):
        counts[name][0] += right
        counts[name][1] += 1

    for e, (links, logits) in zip(examples, answers):
        for at, g in enumerate(e.groups):
            gold = {u for a, u in e.links if a == at}
            kind = "unnamed" if g["key"][0] == "anchor" else "named"
            if gold:
                top = set(logits[at].topk(len(gold)).indices.tolist())
                for use in gold:
                    count(kind + ": use first", use in top)
                count(kind + ": linked at all", bool(logits[at].max() > 0))
            else:
                count(kind + ": rightly silent", bool(logits[at].max() <= 0))
        for at, use, _, provider, standing, *_ in links:
            if (at, use) in e.links:
                count("provider", provider in [p for _, p in e.links[(at, use)]])
                count("standing", standing in [s for s, _ in e.links[(at, use)]])
    return {name: f"{a / max(1, b):.3f} of {b}" for name, (a, b) in sorted(counts.items())}


def f1(right, found, wanted):
    return 2 * right / max(1, found + wanted)


def measure(examples, answers, named_from, unnamed_from):
    counts = defaultdict(lambda: [0, 0, 0])
    for e, (links, _) in zip(examples, answers):
        labels = e.raw["labels"]
        kept = [
            (use, None if p == "none" else p, e.groups[at]["model"], STANDINGS[s], e.groups[at]["key"][0] == "anchor")
            for at, use, value, p, s, *_ in links
            if value > (unnamed_from if e.groups[at]["key"][0] == "anchor" else named_from)
        ]
        named = {link[0] for link in kept if not link[4]}
        found = [link[:4] for link in kept if not (link[4] and link[0] in named)]
        for kind, size in (("use", 1), ("pair", 2), ("triple", 3), ("all", 4)):

            def shape(use, provider, name, standing):
                if size < 3:
                    return (use, provider)[:size]
                match = next(
                    (
                        l["model"]
                        for l in labels
                        if USE[l["useCaseId"]] == use
                        and l["providerId"] == provider
                        and (size == 3 or l["standing"] == standing)
                        and same_model(name, l["model"])
                    ),
                    name,
                )
                return (use, provider, match, standing)[:size]

            a = {shape(*link) for link in found}
            b = {(USE[l["useCaseId"]], l["providerId"], l["model"], l["standing"])[:size] for l in labels}
            for name in (e.set, f"{e.language}, {e.set}", *(["all to develop by"] if e.set != "left out" else [])):
                count = counts[(name, kind)]
                count[0] += len(a & b)
                count[1] += len(a)
                count[2] += len(b)
    return counts


def learn_chance(examples, answers):
    """A logistic regression over how sure each answer of a link is."""
    rows, right = [], []
    for e, (links, _) in zip(examples, answers):
        for at, use, value, p, s, q, share in links:
            if value > -1:
                rows.append([1.0, value, q, share])
                right.append(
                    float(
                        any(
                            (USE[l["useCaseId"]], l["providerId"] or "none", l["standing"]) == (use, p, STANDINGS[s])
                            and same_model(e.groups[at]["model"], l["model"])
                            for l in e.raw["labels"]
                        )
                    )
                )
    x, y = torch.tensor(rows), torch.tensor(right)
    weights = torch.tensor([0.0, 1.0, 1.0, 1.0], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def step():
        optimizer.zero_grad()
        loss = F.binary_cross_entropy_with_logits(x @ weights, y)
        loss.backward()
        return loss

    optimizer.step(step)
    print("chance", [round(float(w), 3) for w in weights], "of", len(y), "right", float(y.mean()))
    return weights.detach()


def show(counts, sets):
    for name in sets:
        print(f"   {name:32s}" + "  ".join(f"{kind} {f1(*counts[(name, kind)]):.3f}" for kind in ("use", "pair", "triple", "all")))


def rules_alone(examples):
    counts = defaultdict(lambda: [0, 0, 0])
    for e in examples:
        labels = e.raw["labels"]
        a = set()
        for c in e.raw["claims"]:
            match = next(
                (
                    l["model"]
                    for l in labels
                    if l["useCaseId"] == c["useCaseId"] and l["providerId"] == c["providerId"] and same_model(c["modelName"], l["model"])
                ),
                c["modelName"],
            )
            a.add((c["useCaseId"], c["providerId"], match))
        b = {(l["useCaseId"], l["providerId"], l["model"]) for l in labels}
        for name in (e.set, f"{e.language}, {e.set}"):
            for kind, n in (("use", 1), ("pair", 2), ("triple", 3)):
                x, y = {l[:n] for l in a}, {l[:n] for l in b}
                count = counts[(name, kind)]
                count[0] += len(x & y)
                count[1] += len(x)
                count[2] += len(y)
    return counts


def keep(model, path):
    """What `pack.ts` reads: shapes by name, and the values one after the other."""
    state = model.state_dict()
    torch.save(state, path)
    json.dump({name: list(value.shape) for name, value in state.items()}, open(f"{path}.json", "w"))
    with open(f"{path}.bin", "wb") as file:
        for value in state.values():
            file.write(value.float().numpy().astype(np.float32).tobytes())


class Sentence:
    """A sentence that tells a use or none, by itself."""

    def __init__(self, raw):
        self.tokens = ([[]] + [[p] for p in raw["pieces"]])[:MOST_TOKENS]
        count = len(self.tokens)
        self.marks = [2] + [0] * (count - 1)
        self.uses, self.sentences, self.ones = [0] * count, [0] * count, [False] * count
        self.vectors = vectors_of(self.tokens)
        self.use = USE.get(raw["label"])
        self.meant = [(0, raw["vector"])]
        self.logs = torch.log(torch.tensor(raw["shares"]) + LEAST_SHARE) - math.log(LEAST_SHARE)


def main():
    examples = [Example(json.loads(line)) for line in open(f"{options.folder}/passages.jsonl")]
    sentences = [Sentence(json.loads(line)) for line in open(f"{options.folder}/sentences.jsonl")]
    # The rules were written by the older passages: from these the reader learns without hearing the rules.
    older = [e for e in examples if e.set not in ("taught", *MEASURED)]
    taught = [e for e in examples if e.set == "taught"]
    develop = [e for e in examples if e.set in MEASURED]
    left = [e for at, e in enumerate(taught) if at % options.left_out == 0]
    learn = [e for at, e in enumerate(taught) if at % options.left_out != 0]
    missed = sum(e.missed for e in taught), sum(len(e.raw["labels"]) for e in taught)
    anchored = sum(1 for e in taught for (at, _) in e.links if e.groups[at]["key"][0] == "anchor")
    print(f"{len(learn)} passages to learn from, {len(left)} left out, labels without a place {missed}, at sentences {anchored}")
    print("tokens", sum(len(e.tokens) for e in learn))
    learn += older
    for e in left:
        e.set = "left out"
    sets = ["left out", "zh, left out", "en, left out"]
    for name in dict.fromkeys(e.set for e in develop):
        sets.append(name)
    print("rules alone")
    show_rules = rules_alone(left + develop)
    for name in sets:
        print(f"   {name:32s}" + "  ".join(f"{kind} {f1(*show_rules[(name, kind)]):.3f}" for kind in ("use", "pair", "triple")))
    model = Reader()
    print("weights", sum(p.numel() for p in model.parameters()))
    decayed = [p for n, p in model.named_parameters() if p.dim() > 1]
    others = [p for n, p in model.named_parameters() if p.dim() <= 1]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.05}, {"params": others, "weight_decay": 0.0}], lr=options.rate
    )
    size = 16
    steps = options.epochs * (len(learn) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, options.rate, total_steps=steps + 10, pct_start=0.1)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.997))
    for epoch in range(options.epochs):
        model.train()
        began, total = time.time(), 0.0
        order = sorted(learn, key=lambda e: len(e.tokens) + random.random() * 60)
        batches = [order[at : at + size] for at in range(0, len(order), size)]
        random.shuffle(batches)
        for chunk in batches:
            x = model(collate(chunk, True))
            loss = loss_of(model, x, chunk, [e.set == "taught" and not options.no_rules and random.random() > 0.25 for e in chunk])
            beside = random.sample(sentences, 24)
            y = model(collate(beside, True))
            told = model.uses_told(y[:, 0])
            tokens = model.token_uses(y) + model.offset[0]
            for row, one in enumerate(beside):
                tokens[row, len(one.tokens) :] = -1e4
            counts = torch.tensor([len(one.tokens) for one in beside])
            pooled = torch.logsumexp(tokens, 1) - torch.log(counts)[:, None]
            wanted = torch.zeros_like(told)
            for row, one in enumerate(beside):
                if one.use is not None:
                    wanted[row, one.use] = 1
            beside_loss = F.binary_cross_entropy_with_logits(told, wanted, reduction="sum")
            beside_loss = beside_loss + F.binary_cross_entropy_with_logits(pooled, wanted, reduction="sum")
            loss = loss / size + 0.3 * beside_loss / 24
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            average.update_parameters(model)
            total += float(loss)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.time() - began:.0f} s", flush=True)
        if (epoch + 1) % 2 == 0 or epoch + 1 == options.epochs:
            answers = answers_of(average.module, left + develop)
            show(measure(left + develop, answers, 0.0, -0.5), sets)
            print("   ", parts_right(left, answers), flush=True)
    for named_from in (-0.8, -0.4, 0.0, 0.4):
        for unnamed_from in (-1.2, -0.8, -0.4, 0.0):
            counts = measure(left + develop, answers, named_from, unnamed_from)
            print(named_from, unnamed_from, {name: round(f1(*counts[(name, "triple")]), 3) for name in ("left out", "all to develop by", "by another hand")})
    print("rule weights", [round(float(w), 2) for w in model.rule], "shares", [round(float(w), 2) for w in model.shares], "same", [round(float(w), 2) for w in model.same])
    average.module.chance.data = learn_chance(left, answers)
    keep(average.module, options.weights)


main()
