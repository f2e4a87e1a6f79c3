"""A layout made in another process: a graph as JSON on one side, the share done and then the layout on the other."""

import json
from typing import TextIO

from desktop.diagrams.layered.codec import graph_from_json, layout_to_json
from desktop.diagrams.layout import layout_of


def serve(source: TextIO, out: TextIO) -> int:
    """Read one graph, write a line `{"share": 0.5}` now and then, at last `{"layout": ...}` or `{"error": "words"}`."""

    def tell(**line: object) -> None:
        print(json.dumps(line, separators=(",", ":")), file=out, flush=True)

    try:
        graph = graph_from_json(json.load(source))
        layout = layout_of(graph, lambda share: tell(share=round(share, 3)))
    except (ValueError, RecursionError) as error:
        tell(error=str(error))
        return 1
    tell(layout=layout_to_json(layout))
    return 0
