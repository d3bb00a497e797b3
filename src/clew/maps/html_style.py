"""How the page looks: one style sheet for light, dark, small screens and paper, with no resource from elsewhere."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark;
  --ink: #14202e; --soft: #51606f; --faint: #66737f; --line: #dde3e9; --panel: #f4f6f8; --paper: #ffffff;
  --accent: #24577f; --accent-pale: #dbe7f1; --other: #aeb8c2; --heat: 36 87 127; --heat-strong: #ffffff; --head: #24577f; --head-ink: #ffffff;
  --warn: #8a5100; --warn-ground: #fff6e5; --lost: #b3261e; --mute: #5f6b77; }
@media (prefers-color-scheme: dark) { :root {
  --ink: #e8edf2; --soft: #a9b6c2; --faint: #93a1ae; --line: #2c3945; --panel: #18222c; --paper: #10181f;
  --accent: #7fb2d9; --accent-pale: #22384a; --other: #5c6a77; --heat: 127 178 217; --heat-strong: #0c141b; --head: #2a5273; --head-ink: #ffffff;
  --warn: #f0b858; --warn-ground: #2b2312; --lost: #ff8a80; --mute: #a0adb9; } }
*, *::before { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.number, td, .count, .value { font-variant-numeric: tabular-nums; }
a { color: var(--accent); } a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; z-index: 9; }
header, main, footer, nav ul { max-width: 1560px; margin: 0 auto; padding-inline: clamp(1rem, 3vw, 3rem); }
header { padding-block: 2.5rem 1.5rem; display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; justify-content: space-between; align-items: end; }
header > div { flex: 1 1 20rem; min-width: 0; }
.kicker { margin: 0; font-size: .75rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; color: var(--faint); }
h1 { margin: .25rem 0; font-size: clamp(1.5rem, 4vw, 2.25rem); line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; }
header p { margin: 0; color: var(--soft); overflow-wrap: anywhere; } header p.selection { color: var(--ink); font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 0; }
.counts div { display: flex; flex-direction: column-reverse; } .counts dt { color: var(--soft); font-size: .85rem; }
.counts dd { margin: 0; font-size: 1.75rem; font-weight: 650; line-height: 1.2; }
nav { position: sticky; top: 0; z-index: 5; background: var(--paper); border-block: 1px solid var(--line); }
nav ul { list-style: none; display: flex; gap: 1.5rem; padding-block: .6rem; overflow-x: auto; white-space: nowrap; }
nav a { text-decoration: none; font-weight: 550; font-size: .9rem; } nav a:hover { text-decoration: underline; }
section { margin-top: 3rem; border-top: 2px solid var(--ink); padding-top: .75rem; }
h2 { margin: 0; font-size: 1.25rem; font-weight: 650; } section > p { margin: .15rem 0 1rem; color: var(--soft); max-width: 75ch; }
.next { margin: 2rem 0 0; padding: 1rem 1.25rem; background: var(--accent-pale); border-left: 5px solid var(--accent); font-weight: 600; }
.cards { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); }
.card { border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.1rem; background: var(--paper); }
.card h3 { margin: 0; font-size: .9rem; font-weight: 600; color: var(--soft); }
.card .value { display: flex; flex-wrap: wrap; align-items: center; gap: .6rem; margin: .2rem 0; font-size: 2rem; font-weight: 650; line-height: 1.25; }
.card p:not(.value) { margin: 0; font-size: .85rem; color: var(--soft); } .card p.reason { margin-top: .4rem; } .card p.question { margin-top: .4rem; color: var(--faint); }
.tag { font-size: .75rem; font-weight: 600; line-height: 1.4; padding: .05rem .6rem; border: 1px solid currentColor; border-radius: 1rem; white-space: nowrap; }
.thin, .immature { border-color: var(--warn); border-style: dashed; background: var(--warn-ground); }
.withheld, .empty { border-color: var(--mute); border-style: dashed; background: var(--panel); }
.thin .tag, .immature .tag, .thin p.reason.reason, .immature p.reason.reason { color: var(--warn); } .withheld .tag, .empty .tag { color: var(--mute); }
.track { position: relative; height: 4px; margin: .5rem 0 .4rem; background: var(--line); border-radius: 2px; }
.track i { position: absolute; top: 0; height: 4px; min-width: 2px; background: var(--accent); opacity: .5; }
.track b { position: absolute; top: -4px; width: 3px; height: 12px; margin-left: -1px; background: var(--accent); border-radius: 1px; }
.scroll { overflow: auto; width: fit-content; max-width: 100%; max-height: 88vh; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .875rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th { text-align: left; font-weight: 600; } th, td { padding: .55rem .7rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child > *, tfoot tr:last-child > * { border-bottom: 0; }
thead th { position: sticky; top: 0; z-index: 2; background: var(--panel); }
tr > th:first-child { position: sticky; left: 0; z-index: 1; background: var(--paper); border-right: 1px solid var(--line); }
thead tr > th:first-child { z-index: 3; background: var(--panel); } tfoot > tr > * { font-weight: 600; background: var(--panel); }
.number { text-align: right; white-space: nowrap; }
.scroll:not(:has(.matrix)) { width: auto; }
.map { min-width: calc(9rem + var(--stages) * 13.5rem); table-layout: fixed; } .map tr > th:first-child { width: 9rem; }
.map thead th { background: var(--head); color: var(--head-ink); border-right: 2px solid var(--paper); }
.map thead th:first-child { background: var(--panel); color: var(--soft); } .map thead th.none { background: var(--panel); color: var(--soft); }
.map thead small { display: block; font-weight: 400; font-size: .8rem; } .map tbody th small { display: block; font-weight: 400; color: var(--soft); }
.map td + td { border-left: 1px solid var(--line); }
.entries { list-style: none; margin: 0; padding: 0; } .entries li { margin-bottom: .45rem; }
.entry { display: flex; justify-content: space-between; gap: .6rem; } .entry > :first-child { overflow-wrap: anywhere; min-width: 0; }
.entry .count { white-space: nowrap; } .entry .count small { display: inline-block; min-width: 3.4em; text-align: right; color: var(--soft); }
.bar { display: block; height: 4px; margin-top: 2px; border-radius: 2px; background: linear-gradient(var(--fill, var(--accent)) 0 0) 0 / var(--share) 100% no-repeat var(--accent-pale); }
.is-other { color: var(--soft); } .is-other .bar, .bar.is-other { --fill: var(--other); background-color: var(--line); }
.remark, .of, .none-said { margin: .1rem 0 0; color: var(--faint); font-size: .8rem; overflow-wrap: anywhere; }
.measure { margin: 0 0 .5rem; padding: .4rem .5rem; border: 1px solid var(--line); border-radius: 6px; } .measure p { margin: 0; font-size: .8rem; color: var(--soft); }
.matrix { width: auto; min-width: min(100%, 40rem); } .matrix td, .matrix thead th { text-align: center; min-width: 4.6rem; }
.matrix td { padding: .35rem .4rem; background: rgb(var(--heat) / var(--heat-share, 0)); border: 1px solid var(--paper); }
.matrix thead th:first-child { text-align: left; } .matrix small { display: block; font-size: .75rem; white-space: nowrap; }
.matrix .strong, .matrix .strong small { color: var(--heat-strong); } .matrix .zero { color: var(--faint); }
.matrix .within { outline: 1px dashed var(--mute); outline-offset: -3px; } .matrix th { font-weight: 500; }
.name { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; width: max-content; max-width: 9rem; overflow-wrap: break-word; } .matrix thead .name { margin-inline: auto; }
.matrix .total { font-weight: 600; background: var(--panel); } .key { font-size: .85rem; color: var(--soft); }
.variants { min-width: 44rem; } .path { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 0; margin: 0 0 .35rem; padding: 0; }
.path li { padding: .05rem .5rem; border-radius: 4px; background: var(--accent-pale); max-width: 16rem; overflow-wrap: anywhere; }
.path li + li { margin-left: 1.4rem; position: relative; } .path li + li::before { content: "→"; position: absolute; left: -1.15rem; color: var(--faint); }
.ledger { min-width: 50rem; } .ledger th { overflow-wrap: anywhere; } .lost { color: var(--lost); font-weight: 600; }
footer { padding-block: 2rem 4rem; color: var(--soft); font-size: .85rem; } .notes { margin: .75rem 0 0; padding-left: 1.2rem; max-width: 90ch; } .notes li { margin-bottom: .35rem; overflow-wrap: anywhere; }
.files { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.files a { display: block; padding: .45rem .9rem; border: 1px solid var(--line); border-radius: 6px; text-decoration: none; font-weight: 550; }
@media (max-width: 480px) { .scroll:not(:has(.matrix)) { width: auto; }
.map { min-width: calc(6.5rem + var(--stages) * 13rem); } .map tr > th:first-child { width: 6.5rem; } .map tbody th small { display: none; } }
@media (max-width: 800px) { .variants tr > th:first-child, .ledger tr > th:first-child { position: static; } .variants { min-width: 38rem; } }
@media print { @page { size: A3 landscape; margin: 14mm; } nav, .skip, .files { display: none; } .scroll { overflow: visible; max-height: none; border: 0; }
  :root { --ink: #000; --soft: #333; --faint: #555; --line: #ccc; --panel: #f4f6f8; --paper: #fff; --accent: #24577f; --accent-pale: #dbe7f1; --heat: 36 87 127; --heat-strong: #fff; --head: #24577f; --head-ink: #fff; }
  thead th, tr > th:first-child { position: static; } tr, .card { break-inside: avoid; } section { break-inside: auto; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""
