#!/usr/bin/env python3
"""The charts of bench-charts by matplotlib (Agg), as plainly as one would: charts.py FOLDER reads the data there, draws each chart some times in this one
process, and prints a line of name and the shortest time in milliseconds from nothing to the bytes of a PNG."""
import io
import sys
import time

import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt

folder = sys.argv[1]


def rows(name):
    def cell(text):
        try:
            return float(text)
        except ValueError:
            return text
    with open(f"{folder}/{name}.tsv", encoding="utf-8") as lines:
        return [[cell(part) for part in line.rstrip("\n").split("\t")] for line in lines]


def waterfall(ax, data):
    colors = ["#8b8a90", "#1c71d8", "#c64600"]
    ax.bar(range(len(data)), [r[1] for r in data], bottom=[r[0] for r in data], color=[colors[int(r[2])] for r in data])
    for i, r in enumerate(data):
        ax.text(i, r[0] + r[1], r[4], ha="center", va="bottom")
    ax.set_xticks(range(len(data)), [r[3] for r in data])


def growth(ax, data):
    x = range(len(data))
    ax.bar(x, [r[0] for r in data], color="#1c71d8")
    ax.bar(x, [-r[1] for r in data], color="#c64600")
    ax.plot(x, [r[2] for r in data], color="#241f31")
    ax.set_xticks(x, [r[3] for r in data])


def pareto(ax, data):
    ax.barh([r[1] for r in data], [r[0] for r in data], color="#c64600")
    ax.invert_yaxis()
    for i, r in enumerate(data):
        ax.text(r[0], i, f"{r[0]:.0f}", va="center")


def heatmap(ax, data):
    n, m = int(max(r[0] for r in data)) + 1, int(max(r[1] for r in data)) + 1
    cells = [[0] * m for _ in range(n)]
    for r in data:
        cells[int(r[0])][int(r[1])] = r[2]
        ax.text(r[1], r[0], f"{r[2]:.0f} %", ha="center", va="center")
    ax.imshow(cells, aspect="auto", cmap="RdBu", vmin=0, vmax=150)
    ax.set_yticks(range(n), [next(r[3] for r in data if r[0] == i) for i in range(n)])


def dumbbell(ax, data):
    for r in data:
        ax.plot([min(r[1:4]), max(r[1:4])], [r[0], r[0]], color="#8b8a90")
    for column, color in ((1, "#1c71d8"), (2, "#c64600"), (3, "#8b8a90")):
        ax.scatter([r[column] for r in data], [r[0] for r in data], color=color)
    ax.set_yticks(range(len(data)), [r[4] for r in data])


def coverage(ax, data):
    for step in range(4):
        ax.barh([r[0] for r in data], [r[1 + step] / r[5] for r in data], left=step * 1.2, color="#1c71d8")
        for r in data:
            ax.text(step * 1.2, r[0], f"{r[1 + step]:.0f} of {r[5]:.0f}")


def distribution(ax, data):
    ax.scatter([r[1] for r in data], [r[0] + (i % 20) / 30 for i, r in enumerate(data)], s=12, color="#1c71d8")


def ratings(ax, data):
    ax.bar([r[0] * 6 + r[1] for r in data], [r[2] for r in data], color="none", edgecolor="#8b8a90")
    ax.bar([r[0] * 6 + r[1] for r in data], [r[3] for r in data], width=0.5, color="#1c71d8")
    for r in data:
        ax.text(r[0] * 6 + r[1], r[3], f"{r[3]:.0f}", ha="center", va="bottom")


def line(ax, data):
    ax.plot([r[0] for r in data], [r[1] for r in data], marker="o", markersize=4, color="#1c71d8")
    ax.plot([0, 364], [60, 88], color="#8b8a90")
    ax.axhline(88, color="#8b8a90")
    ax.text(364, 88, "Target 88 %")


def cascade(ax, data):
    colors = ["#dddddd", "#1c71d8", "#e0a080", "#c64600"]
    ax.barh([r[0] for r in data], [r[2] for r in data], left=[r[1] for r in data], color=[colors[int(r[3])] for r in data], edgecolor="white")
    ax.invert_yaxis()
    for r in data:
        if r[2] > 0.05:
            ax.text(r[1], r[0], r[4])


def curve(ax, data):
    ax.plot([-2] + [r[0] for r in data[:3]] + [10], [0] + [r[1] for r in data[:3]] + [150], color="#1c71d8")
    for r in data[3:]:
        ax.scatter([r[0]], [r[1]])
        ax.text(r[0], r[1], f"{r[1]:.1f} %")


def ladder(ax, data):
    ax.plot([r[0] for r in data], [r[1] for r in data], marker="o")
    for r in data:
        ax.text(r[0], r[1], r[2])


def draw(name, data):
    figure = plt.figure(figsize=(12, 7), dpi=100)
    if name == "multiples":
        for i in range(9):
            ax = figure.add_subplot(3, 3, i + 1)
            ax.plot([r[1] for r in data if r[0] == i], [r[2] for r in data if r[0] == i], marker="o", markersize=3)
            ax.plot([0, 364], [60, 88], color="#8b8a90")
            ax.set_title(f"Objective {i + 1} of this leader")
    else:
        ax = figure.add_subplot()
        kinds[name](ax, data)
        ax.set_title("The finding, in words")
    stream = io.BytesIO()
    figure.savefig(stream, format="png")
    plt.close(figure)


kinds = {"waterfall": waterfall, "growth": growth, "pareto": pareto, "heatmap": heatmap, "dumbbell": dumbbell, "coverage": coverage,
         "distribution": distribution, "ratings": ratings, "line": line, "multiples": None, "cascade": cascade, "reward-curve": curve, "ladder": ladder}

for kind in kinds:
    numbers = rows(kind)
    best = 1e9
    for _ in range(5):
        start = time.perf_counter()
        draw(kind, numbers)
        best = min(best, time.perf_counter() - start)
    print(f"{kind}\t{best * 1000:.3f}")
