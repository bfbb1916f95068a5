"""What is asked of the states of several passages at once, and how wrong the answers are."""

import math

import torch
import torch.nn.functional as F

from given import STANDINGS, USES
from network import POINTER_WIDTH, WIDTH


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
