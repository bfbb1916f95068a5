"""What the reader is taught from: the folder that `export.ts` wrote, named first on the command line."""

import json
import sys

import numpy as np
import torch

FOLDER = sys.argv[1]
STANDINGS = ["current", "ended", "planned", "speculated", "compared"]
names = json.load(open(f"{FOLDER}/names.json"))
USES = names["uses"]
USE = {name: at for at, name in enumerate(USES)}
MARKS = names["marks"]
PIECE_WIDTH = names["width"]
# Vectors of pieces, and of whole sentences.
table = torch.from_numpy(np.fromfile(f"{FOLDER}/table.bin", dtype=np.float16).reshape(names["pieces"], PIECE_WIDTH))
meant = torch.from_numpy(np.fromfile(f"{FOLDER}/vectors.bin", dtype=np.float16).reshape(-1, PIECE_WIDTH))


def plain(name):
    return "".join(c for c in (name or "").lower() if c not in " _-\t\n")


def same_model(found, wanted):
    if wanted is None:
        return True
    a, b = plain(found), plain(wanted)
    return a != "" and (a in b or b in a)
