"""Passages and sentences as numbers."""

import math
from collections import defaultdict

import torch

from given import PIECE_WIDTH, STANDINGS, USE, plain, same_model, table

MOST_TOKENS = 448
# A share so small counts as this.
LEAST_SHARE = 0.002


def vectors_of(tokens):
    rows = torch.zeros(len(tokens), PIECE_WIDTH, dtype=torch.float16)
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
