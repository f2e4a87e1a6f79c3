"""The comparison that comes with the program says what the papers say: Goodfellow 2014, Kingma 2013, Ho 2020, GPT."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.catalog.entities.diagrams import Phase
from desktop.catalog.refs import CellRef, PartRef
from desktop.diagrams.comparing.beats import beats_of
from desktop.diagrams.comparing.choice import comparable
from desktop.diagrams.comparing.table import Comparison, comparison_of
from desktop.diagrams.comparing.taking import export_table_of
from desktop.export.markup import markdown_of
from desktop.export.table import marked

if TYPE_CHECKING:
    from desktop.catalog.catalog import Catalog

TODAY = date(2026, 11, 22)


@pytest.fixture
def four(shipped_catalog: Catalog) -> Comparison:
    [offered] = shipped_catalog.pack.comparisons
    return comparison_of(shipped_catalog, [shipped_catalog.diagram[each] for each in offered.diagrams], offered.aspects)


EXPECTED = {
    "Noise inputs": (
        "1: Noise z (training, inference)",
        "2: Noise ε (training), Random code z (inference)",
        "2: Noise ε (training), Pure noise (inference)",
        "none",
    ),
    "Networks": (
        "2: Generator G, Discriminator D",
        "2: Encoder, Decoder",
        "4: VAE encoder, Text encoder, Denoiser, VAE decoder",
        "1: Transformer",
    ),
    "Conditions": ("none", "none", "2: Step t, Text encoder (from Caption or Prompt)", "none"),
    "Networks that learn": (
        "2: Generator G, Discriminator D",
        "2: Encoder, Decoder",
        "1: Denoiser",
        "not shown",
    ),
    "Losses": (
        "2: Generator's loss (trains Generator G), Discriminator's loss (trains Discriminator D)",
        "2: Reconstruction loss (trains Encoder and Decoder), KL loss (trains Encoder)",
        "1: Loss (trains Denoiser)",
        "not shown",
    ),
    "Networks used in training only": ("1: Discriminator D", "1: Encoder", "1: VAE encoder", "not shown"),
    "Data inputs at inference": ("none", "none", "2: Prompt, Step t", "1: Text in"),
    "Networks run at inference": (
        "1: Generator G",
        "1: Decoder",
        "3: Text encoder, Denoiser, VAE decoder",
        "1: Transformer",
    ),
    "Loops at inference": (
        "none",
        "none",
        "1: back to Latent zₜ (t = T to 1)",
        "1: back to Token ids (append, run again)",
    ),
    "Networks in a loop at inference": ("none", "none", "1: Denoiser", "1: Transformer"),
    "Calls per sample": (
        "One call of the generator",
        "One call of the decoder",
        "1,000 in DDPM (2020), far fewer later, one to four when distilled",
        "One call for each new token",
    ),
}


@pytest.mark.parametrize("title", EXPECTED)
def test_the_table_says_what_an_expert_would_say(four: Comparison, title: str) -> None:
    [row] = [each for each in four.rows if each.title == title]
    assert four.names == ("GAN", "VAE", "Latent diffusion", "Decoder-only LLM")
    assert tuple(cell.text for cell in row.cells) == EXPECTED[title]


def test_the_differences_name_what_sets_the_families_apart(four: Comparison) -> None:
    told = [each.text for each in four.differences]
    assert told[0] == "Only Decoder-only LLM has no noise input"
    assert "Only Decoder-only LLM has a single network: Transformer" in told
    assert "Latent diffusion and Decoder-only LLM have a loop at inference; GAN and VAE have none" in told
    calls = "Calls per sample: GAN and VAE 1; Latent diffusion 1 to 1000; Decoder-only LLM one per token"
    assert told[-1] == calls


def test_partners_and_opponents_are_told_apart(shipped_catalog: Catalog) -> None:
    pair = comparison_of(shipped_catalog, [shipped_catalog.diagram[each] for each in ("gan", "vae")])
    told = [each.text for each in pair.differences]
    assert "Only VAE has a loss shared by networks: Reconstruction loss (Encoder and Decoder)" in told


def test_every_place_that_is_named_can_be_opened(shipped_catalog: Catalog) -> None:
    for pair in itertools.combinations(comparable(shipped_catalog), 2):
        found = comparison_of(shipped_catalog, pair)
        refs = [ref for row in found.rows for cell in row.cells for ref in cell.refs]
        refs += [ref for each in found.differences for ref in each.refs]
        assert [str(ref) for ref in refs if shipped_catalog.find(ref) is None] == []


def test_a_cell_leads_to_the_figure_and_to_the_matrix(four: Comparison) -> None:
    rows = {row.title: row for row in four.rows}
    assert PartRef("latent-diffusion", "next-step") in rows["Loops at inference"].cells[2].refs
    assert rows["Calls per sample"].cells[2].refs == (CellRef("diffusion", "calls-per-sample"),)


def test_no_shipped_step_is_played_before_the_step_ahead_of_it(shipped_catalog: Catalog) -> None:
    for diagram in comparable(shipped_catalog):
        assert [beat.at[0] for beat in beats_of([diagram])] == list(range(len(diagram.steps))), diagram.id


def test_the_steps_of_the_four_go_together_by_phase(four: Comparison) -> None:
    beats = beats_of(four.diagrams)
    training = [beat for beat in beats if beat.phase is Phase.TRAINING]
    assert all(beat.at[3] is None for beat in training)
    assert [beat.at[0] for beat in beats if beat.phase is Phase.INFERENCE] == [7] * 9
    assert beats[-1].at == (7, 6, 7, 8)


def test_the_table_can_be_taken_away_with_its_sources(shipped_catalog: Catalog, four: Comparison) -> None:
    table = export_table_of(shipped_catalog, four, TODAY)
    assert table.title == "GAN, VAE, Latent diffusion and Decoder-only LLM compared"
    assert table.said[0] == "Only Decoder-only LLM has no noise input."
    assert table.said[-1].endswith("Exported on 2026-11-22.")
    [losses] = [row for row in table.rows if row.head == "Losses"]
    [number] = losses.cells[1].works
    assert "Auto-Encoding Variational Bayes" in table.works[number - 1]
    assert marked(losses.cells[3]) == "not shown"
    assert len(set(table.works)) == len(table.works)
    assert "| Losses | 2: Generator's loss (trains Generator G)" in markdown_of(table)
