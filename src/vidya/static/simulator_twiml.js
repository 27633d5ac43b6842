// TwiML as Twilio documents it, read into verbs; the same rules as the phone in the terminal.

const RATES = { 'x-slow': 0.5, slow: 0.75, medium: 1, fast: 1.25, 'x-fast': 1.5 };

export class CallFailure extends Error {
  constructor(code, words) { super(words); this.code = code; }
}

// { verbs, warnings } of one answer, by its content type; throws CallFailure 12100 or 12300.
export function readAnswer(type, text, url) {
  if (/^(text\/xml|application\/xml|text\/html)$/.test(type)) return readTwiml(text);
  if (type.startsWith('audio/')) return { verbs: [{ kind: 'play', url }], warnings: [] };
  if (type === 'text/plain') return { verbs: [{ kind: 'say', text, language: 'en-US', pieces: [{ text, language: 'en-US' }] }], warnings: [] };
  throw new CallFailure(12300, `Content-Type ${type || 'none'} is not TwiML.`);
}

export function readTwiml(xml) {
  const page = /<!DOCTYPE/i.test(xml) ? null : new DOMParser().parseFromString(xml, 'application/xml');
  if (!page || page.querySelector('parsererror')) throw new CallFailure(12100, 'The answer is not XML that can be accepted.');
  const root = page.documentElement;
  if (root.nodeName !== 'Response') throw new CallFailure(12100, `The root element is <${root.nodeName}>, not <Response>.`);
  const warnings = [];
  return { verbs: readAll(root, readVerb, warnings), warnings };
}

function readAll(parent, read, warnings) {
  return [...parent.children].flatMap((element) => {
    const verb = read(element, warnings);
    if (!verb) warnings.push(`12200: <${element.nodeName}> is left out of <${parent.nodeName}>.`);
    return verb ?? [];
  });
}

function readVerb(element, warnings) {
  const given = (name, otherwise = '') => element.getAttribute(name) ?? otherwise;
  const method = given('method') === 'GET' ? 'GET' : 'POST';
  switch (element.nodeName) {
    case 'Redirect': return { kind: 'redirect', url: element.textContent.trim(), method };
    case 'Hangup': return { kind: 'hangup' };
    case 'Reject': return { kind: 'reject', status: given('reason') === 'busy' ? 'busy' : 'no-answer' };
    case 'Gather': return {
      kind: 'gather', method, action: given('action'), language: given('language', 'en-US'),
      keys: /dtmf/.test(given('input', 'dtmf')), speech: /speech/.test(given('input')),
      timeout: whole(given('timeout'), 5), numDigits: whole(given('numDigits'), 0), finishOnKey: given('finishOnKey', '#'),
      bargeIn: given('bargeIn') !== 'false', postsEmpty: given('actionOnEmptyResult') === 'true',
      prompts: readAll(element, readPrompt, warnings),
    };
    default: return readPrompt(element);
  }
}

function readPrompt(element) {
  const language = element.getAttribute('language') ?? 'en-US';
  const loop = whole(element.getAttribute('loop'), 1);
  switch (element.nodeName) {
    case 'Say': return { kind: 'say', language, loop, ...readWords(element, language) };
    case 'Play': return { kind: 'play', loop, url: element.textContent.trim() };
    case 'Pause': return { kind: 'pause', seconds: whole(element.getAttribute('length'), 1) };
    default: return null;
  }
}

// The plain text of a <Say>, and its pieces for a voice: SSML may change language, rate and silence.
function readWords(element, language) {
  const pieces = [];
  const add = (text, tone, pause = 0) => {
    const last = pieces[pieces.length - 1];
    if (last && !pause && last.language === tone.language && last.rate === tone.rate) last.text += text;
    else pieces.push({ ...tone, text, pause });
  };
  const walk = (node, tone) => {
    if (node.nodeName === 'break') add(' ', tone, seconds(node.getAttribute('time')));
    else if (node.nodeName === 'sub') add(node.getAttribute('alias') ?? node.textContent, tone);
    else if (node.nodeType === 1) {
      const inner = { language: node.getAttribute('xml:lang') ?? tone.language, rate: rate(node.getAttribute('rate')) ?? tone.rate };
      const apart = /^[ps]$/.test(node.nodeName) ? ' ' : '';
      add(apart, tone);
      node.childNodes.forEach((child) => walk(child, inner));
      add(apart, tone);
    } else if (node.nodeType < 5) add(node.data, tone);
  };
  walk(element, { language, rate: 1 });
  return { pieces, text: pieces.map((piece) => piece.text).join('').replace(/\s+/g, ' ').trim() };
}

const whole = (value, otherwise) => (/^\d+$/.test(value) ? Number(value) : otherwise);
const seconds = (time) => (parseFloat(time) || 0.4) / (/ms$/.test(time) ? 1000 : 1);
const rate = (value) => RATES[value] ?? (/%$/.test(value) ? parseFloat(value) / 100 : undefined);
