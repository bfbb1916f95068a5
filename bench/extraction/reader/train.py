"""Teaches the reader: a small transformer over the pieces of a stretch of text that says, for each name and each sentence in
it, which uses it is linked with, how that stands and who serves it.

    node bench/extraction/reader/export.ts FOLDER
    python3 bench/extraction/reader/train.py FOLDER WEIGHTS
    node bench/extraction/reader/pack.ts WEIGHTS

Needs PyTorch. Learns from the passages under `passages/`, the older ones beside them and the sentences under `../uses/`; says
every other epoch how well it links on passages that it never learns from.
"""

import json
import random
import sys
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from examples import Example, Sentence
from given import FOLDER
from measure import answers_of, f1, learn_chance, measure, parts_right, rules_alone, show
from network import Reader, collate
from questions import loss_of

EPOCHS, RATE, SEED = 8, 1.2e-3, 1
# One taught passage in so many is only measured.
LEFT_OUT = 20
MEASURED = ("by another hand", "as pages tell it, odd")
weights = sys.argv[2]
random.seed(SEED)
torch.manual_seed(SEED)


def keep(model, path):
    """What `pack.ts` reads: shapes by name, and the values one after the other."""
    state = model.state_dict()
    torch.save(state, path)
    json.dump({name: list(value.shape) for name, value in state.items()}, open(f"{path}.json", "w"))
    with open(f"{path}.bin", "wb") as file:
        for value in state.values():
            file.write(value.float().numpy().astype(np.float32).tobytes())


def main():
    examples = [Example(json.loads(line)) for line in open(f"{FOLDER}/passages.jsonl")]
    sentences = [Sentence(json.loads(line)) for line in open(f"{FOLDER}/sentences.jsonl")]
    # The rules were written by the older passages: from these the reader learns without hearing the rules.
    older = [e for e in examples if e.set not in ("taught", *MEASURED)]
    taught = [e for e in examples if e.set == "taught"]
    develop = [e for e in examples if e.set in MEASURED]
    left = [e for at, e in enumerate(taught) if at % LEFT_OUT == 0]
    learn = [e for at, e in enumerate(taught) if at % LEFT_OUT != 0]
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
        [{"params": decayed, "weight_decay": 0.05}, {"params": others, "weight_decay": 0.0}], lr=RATE
    )
    size = 16
    steps = EPOCHS * (len(learn) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 10, pct_start=0.1)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.997))
    for epoch in range(EPOCHS):
        model.train()
        began, total = time.time(), 0.0
        order = sorted(learn, key=lambda e: len(e.tokens) + random.random() * 60)
        batches = [order[at : at + size] for at in range(0, len(order), size)]
        random.shuffle(batches)
        for chunk in batches:
            x = model(collate(chunk, True))
            loss = loss_of(model, x, chunk, [e.set == "taught" and random.random() > 0.25 for e in chunk])
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
        if (epoch + 1) % 2 == 0 or epoch + 1 == EPOCHS:
            answers = answers_of(average.module, left + develop)
            show(measure(left + develop, answers, 0.0, -0.5), sets)
            print("   ", parts_right(left, answers), flush=True)
    for named_from in (-0.8, -0.4, 0.0, 0.4):
        for unnamed_from in (-1.2, -0.8, -0.4, 0.0):
            counts = measure(left + develop, answers, named_from, unnamed_from)
            print(named_from, unnamed_from, {name: round(f1(*counts[(name, "triple")]), 3) for name in ("left out", "all to develop by", "by another hand")})
    print("rule weights", [round(float(w), 2) for w in model.rule], "shares", [round(float(w), 2) for w in model.shares], "same", [round(float(w), 2) for w in model.same])
    average.module.chance.data = learn_chance(left, answers)
    keep(average.module, weights)


main()
