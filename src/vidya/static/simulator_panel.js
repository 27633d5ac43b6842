// Behind the call: each webhook with its TwiML, and how the last question was answered. Loaded when opened.

const { make, sourceLine } = await import(`./simulator_parts.js${new URL(import.meta.url).search}`);

const byId = (id) => document.getElementById(id);
const pairs = (all) => Object.entries(all).flatMap(([name, value]) => (value == null ? [] : [make('dt', {}, name), make('dd', {}, value || '(empty)')]));

const milliseconds = (ms) => `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;

export function clear() {
  byId('webhooks').replaceChildren();
  byId('answer').replaceChildren();
}

export function showExchange({ method, url, form, status, ms, at, text, failure }) {
  const time = at.toLocaleTimeString('en-IN');
  byId('none-yet').hidden = true;
  byId('webhooks').append(make('details', { class: 'webhook' },
    make('summary', {}, make('span', { class: 'path', title: url }, `${method} ${url}`), make('span', { class: failure && 'bad' }, `${status ?? failure.code}`), make('span', { class: 'soft' }, `${ms} ms`)),
    make('p', { class: 'small soft' }, failure ? `${time} · ${failure.message} (${failure.code})` : time),
    make('dl', {}, ...pairs(form)),
    make('pre', { tabindex: '0' }, pretty(text) || '(nothing)')));
}

function pretty(xml) {
  let depth = 0;
  return xml.replace(/>\s*</g, '>\n<').split('\n').map((line) => {
    if (line.startsWith('</')) depth -= 1;
    const indented = '  '.repeat(Math.max(0, depth)) + line;
    if (/^<[^/?!]/.test(line) && !/\/>$|<\//.test(line)) depth += 1;
    return indented;
  }).join('\n');
}

export function showQuestion({ text, source, status, first_sentence_ms: first, complete_ms: whole, stages = [], sentences = [], citations = [] }) {
  byId('answer').replaceChildren(
    make('h3', {}, 'Where the answer came from'),
    make('p', {}, `“${text}”`),
    make('dl', { class: 'facts' }, ...pairs({ Source: source, Status: status, 'First words': first && milliseconds(first), Whole: whole && milliseconds(whole) })),
    make('table', { class: 'stages' }, make('caption', { class: 'unseen' }, 'Stages of the answer'), make('tbody', {}, ...rows(stages))),
    make('ol', { class: 'sentences' }, ...sentences.map((sentence) => make('li', {}, sentence))),
    ...citations.map(sourceLine));
}

// The bars stand where each stage began; the last one, which answered, is in the accent.
function rows(stages) {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0) || 1;
  let begun = 0;
  return stages.map(({ name, ms, outcome }, place) => {
    const bar = make('rect', { x: `${(begun / total) * 98}%`, width: `${Math.max(2, (ms / total) * 98)}%`, height: '8' });
    begun += ms;
    return make('tr', { class: place === stages.length - 1 && 'found' },
      make('th', { scope: 'row' }, `${name} `, make('span', { class: 'soft' }, outcome)),
      make('td', {}, make('svg', { 'aria-hidden': 'true' }, bar)), make('td', {}, milliseconds(ms)));
  });
}
