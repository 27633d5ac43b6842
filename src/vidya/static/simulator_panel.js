// Behind the call, as it happens: each webhook with its TwiML, each answer with its stages. Loaded when opened.

const { addTo, languageOf, make, sourceLine } = await import(`./simulator_parts.js${new URL(import.meta.url).search}`);

const FOUND = {
  exact: 'Known already: the same words were asked before.',
  alias: 'Known already: this wording was asked before.',
  same_question: 'Known already: asked before in other words.',
  shared: 'Written once, for all who ask it now.',
  safety: 'The fixed reply to a child in distress.',
  quota: 'Not answered: the day’s questions are used up.',
  unclear: 'Not answered: no question was heard in it.',
};
const UNANSWERED = {
  waiting: 'Still being written.',
  handed_over: 'No sure answer in the books: left to a teacher.',
};
const list = document.getElementById('log');

const milliseconds = (ms) => `${ms.toLocaleString('en-IN', { maximumFractionDigits: ms < 10 ? 1 : 0 })} ms`;
const inItsLanguage = (text) => make('span', { lang: languageOf(text) }, text);

export const clear = () => list.replaceChildren();
export const show = ({ exchange, question }) => addTo(list, exchange ? webhook(exchange) : answer(question), list.parentElement);

function webhook({ method, url, form, status, ms, at, text, failure }) {
  const time = at.toLocaleTimeString('en-IN');
  return make('details', { class: 'webhook' },
    make('summary', {},
      make('strong', {}, ...whatHappened(form)), make('span', {}, milliseconds(ms)),
      make('span', { class: 'path', title: url }, `${method} ${url}`), make('span', { class: failure && 'bad' }, `${status ?? failure.code}`)),
    make('p', { class: 'soft' }, failure ? `${time} · ${failure.message} Twilio calls this error ${failure.code}.` : time),
    make('dl', {}, ...Object.entries(form).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value || '(empty)')])),
    make('pre', { tabindex: '0', 'aria-label': 'What came back' }, ...(text ? pretty(text) : ['(nothing)'])));
}

function whatHappened({ CallStatus, SpeechResult, Digits }) {
  if (CallStatus === 'ringing') return ['The phone rings'];
  if (CallStatus !== 'in-progress') return ['The call is over'];
  if (SpeechResult) return ['Said “', inItsLanguage(SpeechResult), '”'];
  if (Digits) return [`Pressed ${Digits}`];
  return [(SpeechResult ?? Digits) === '' ? 'Silence' : 'The line goes on'];
}

function pretty(xml) {
  let depth = 0;
  return xml.replace(/>\s*</g, '>\n<').split('\n').map((line) => {
    if (line.startsWith('</')) depth -= 1;
    const parts = line.split(/(<[^>]*>)/).map((part) => (part.startsWith('<') ? make('span', {}, part) : part && make('b', { lang: languageOf(part) }, part)));
    const row = make('code', {}, ...parts);
    row.style.marginLeft = `${depth * 16}px`;
    if (/^<[^/?!]/.test(line) && !/\/>$|<\//.test(line)) depth += 1;
    return row;
  });
}

function answer(question) {
  const { text, stages, sentences, citations } = question;
  return make('article', { class: 'traced' },
    make('h3', {}, '“', inItsLanguage(text), '”'),
    make('p', {}, howFound(question)),
    stages.length && make('table', {}, make('caption', { class: 'unseen' }, 'Stages of the answer'), make('tbody', {}, ...rows(stages))),
    citations.length && sourceLine(citations),
    sentences.length && make('details', {}, make('summary', {}, 'As it is written'), ...sentences.map((sentence) => make('p', { lang: languageOf(sentence) }, sentence))));
}

function howFound({ source, status, composer, stages, first_sentence_ms: first, complete_ms: whole }) {
  const written = composer === 'passages' ? 'Taken word for word from the books.' : `Written by ${composer} from the books.`;
  const found = UNANSWERED[status] ?? FOUND[source] ?? written;
  if (whole) return `${found} ${first ? `First words after ${milliseconds(first)}, whole` : 'Settled'} after ${milliseconds(whole)}.`;
  return stages.length ? `${found} Looked up in ${milliseconds(stages[0].ms)}.` : found;
}

// The bars stand where each stage began; the last one, which decided, is in the accent.
function rows(stages) {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0) || 1;
  let begun = 0;
  return stages.map(({ name, ms, outcome }) => {
    const bar = make('rect', { x: `${(begun / total) * 98}%`, width: `${Math.max(2, (ms / total) * 98)}%`, height: '8' });
    begun += ms;
    return make('tr', {}, make('th', { scope: 'row' }, `${name} `, make('span', {}, outcome)),
      make('td', {}, make('svg', { 'aria-hidden': 'true' }, bar)), make('td', {}, milliseconds(ms)));
  });
}
