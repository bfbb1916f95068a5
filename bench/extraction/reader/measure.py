"""How well passages are read that were not taught."""

import math
from collections import defaultdict

import torch
import torch.nn.functional as F

from given import STANDINGS, USE, same_model
from network import collate
from questions import Batch


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
            batch = Batch(model(collate(chunk, False)), chunk, [True] * len(chunk))
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
