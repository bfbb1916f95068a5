"""The network: pieces, names and sentences of a stretch in the light of each other, and what is asked of them."""

import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from given import MARKS, PIECE_WIDTH, STANDINGS, USES, meant

WIDTH, HEADS, LAYERS, INNER, REACH = 192, 6, 3, 384, 32
STANDING_WIDTH = 48
POINTER_WIDTH = 64
DROPOUT = 0.25


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
        self.drop = nn.Dropout(DROPOUT)

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
        self.pieces = nn.Linear(PIECE_WIDTH, WIDTH, bias=False)
        self.meant = nn.Linear(PIECE_WIDTH, WIDTH, bias=False)
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
        self.drop = nn.Dropout(DROPOUT)
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
    vectors = torch.zeros(batch, length, PIECE_WIDTH)
    wholes = torch.zeros(batch, length, PIECE_WIDTH)
    marks = torch.zeros(batch, length, dtype=torch.long)
    uses = torch.zeros(batch, length, dtype=torch.long)
    sentences = torch.full((batch, length), -1)
    for row, e in enumerate(examples):
        count = len(e.tokens)
        vectors[row, :count] = e.vectors.float()
        at_, which = [at for at, _ in e.meant], [v for _, v in e.meant]
        # Unit vectors, brought to the size of the pieces' ones.
        wholes[row, at_] = meant[which].float() * math.sqrt(PIECE_WIDTH)
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
