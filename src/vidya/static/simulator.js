// The phone's page: what is pressed and typed goes to the call, what the call tells is shown.

const version = new URL(import.meta.url).search;
const load = (part) => import(`./simulator_${part}.js${version}`);
const [{ Call }, { Voice, canListen, hasVoices, listen, whenVoicesCome }, { make, sourceLine }] = await Promise.all(['call', 'speech', 'parts'].map(load));

const part = Object.fromEntries([...document.querySelectorAll('#main [id]')].map((element) => [element.id, element]));
const { call: body, words, callers, transcript, number, speak, aloud, behind } = part;
const STATES = { idle: 'Choose who calls', waiting: 'Waiting for the line …', speaking: 'The line is speaking', listening: 'Your turn' };
const voice = new Voice();
const names = new Intl.DisplayNames(['en'], { type: 'language' });

let call = null;
let stopListening = null;
let panel = null;
let exchanges = [];
let question = null;

function show(state, text = STATES[state]) {
  const live = Boolean(call?.live);
  body.dataset.state = live ? state : 'idle';
  part.state.textContent = text;
  part.dial.textContent = live ? 'Hang up' : call ? 'Call again' : 'Call';
  callers.hidden = call;
  transcript.hidden = !call;
  part.say.hidden = !live;
  part.another.hidden = !call || live;
  part.quiet.disabled = !call?.ear;
  part.skip.disabled = !live || state !== 'speaking';
  words.placeholder = call?.gather?.speech === false ? 'The line listens to keys now' : 'Say something';
  speak.disabled = !call?.gather?.speech;
}

function add(item) {
  transcript.append(item);
  item.scrollIntoView({ block: 'end' });
}

const note = (text, kind = '') => add(make('li', { class: `note ${kind}` }, text));

function bubble(said, about, { own = '', language = '' } = {}) {
  const last = transcript.lastElementChild;
  if (last?.dataset.about && last.lang === language) last.querySelector('.about')?.remove(); // one label for a run of bubbles
  add(make('li', { class: `bubble ${own}`, lang: language, 'data-about': own ? '' : 'line' },
    make('p', { class: 'words' }, own && make('span', { class: 'unseen' }, 'You: '), ...said),
    about && make('p', { class: 'about', lang: 'en' }, about)));
}

const stamp = () => `${Math.floor(call.seconds / 60)}:${String(call.seconds % 60).padStart(2, '0')}`;
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

async function showTrace(of) {
  const reply = await fetch(`/simulator/trace/${of.sid}`).catch(() => null); // the call itself tells that
  const trace = reply?.ok && await reply.json();
  if (of !== call || !trace) return;
  const { learner, school } = trace.call ?? {};
  if (learner) part.who.textContent = [learner, school].filter(Boolean).join(' · ');
  question = (trace.questions ?? []).sort((a, b) => (a.asked_at < b.asked_at ? 1 : -1))[0];
  if (!question) return;
  panel?.showQuestion(question);
  const start = plain(question.sentences?.[0] ?? '').slice(0, 24);
  const told = start && [...transcript.querySelectorAll('[data-about=line]')].reverse().find((item) => plain(item.textContent).includes(start));
  if (told && question.citations?.length && !told.querySelector('.source')) told.append(sourceLine(question.citations[0]));
}

const tell = {
  state: show,
  said: (text, language) => bubble([text], `${stamp()} · ${/^[a-z]{2,3}(-[A-Z]{2})?$/.test(language) ? names.of(language) : language}`, { language }),
  sound: (url) => note(`A sound: ${url}`),
  keyed: (digits) => { part.keyed.textContent = digits; },
  heard: ({ SpeechResult, Confidence, Digits }) => {
    if (SpeechResult) bubble([SpeechResult], Confidence === '1' ? '' : `heard with ${Math.round(Confidence * 100)} % confidence`, { own: 'own' });
    else if (Digits) bubble([...Digits].map((key) => make('kbd', {}, key)), '', { own: 'own' });
    else note('Silence');
  },
  warned: (warning) => note(`Twilio would warn: ${warning}`),
  patience: (left, total) => {
    part.patience.value = left / total;
    part.timer.textContent = left ? `${Math.ceil(left)} s left` : '';
  },
  failed: ({ message, code }) => note(`The call broke off. ${message} Twilio calls this error ${code}. Call again; the server’s log says more.`, 'failed'),
  ended: (text) => {
    if (text) note(text);
    show('idle', 'Call ended');
  },
  exchange: (exchange) => {
    exchanges.push(exchange);
    panel?.showExchange(exchange);
    showTrace(call);
  },
};

function startCall() {
  const chosen = callers.elements.from;
  const from = (chosen.value || number.value).replace(/[\s-]/g, '');
  const wrong = !/^\+\d{8,15}$/.test(from);
  number.setAttribute('aria-invalid', wrong);
  if (wrong) {
    show('idle', 'Type a number, such as +919812345678');
    number.focus();
    return;
  }
  transcript.replaceChildren();
  exchanges = [];
  question = null;
  panel?.clear();
  const { line, signing } = body.dataset;
  const mine = new Call({ from, to: line, signing: signing === 'true', voice, tell: new Proxy(tell, {
    get: (all, what) => (...told) => mine === call && all[what](...told), // a call that was replaced is not shown
  }) });
  call = mine;
  part.who.textContent = from;
  mine.dial();
  show('waiting', 'Calling …');
  if (matchMedia('(hover: hover)').matches) words.focus(); // on a phone, letters would cover the keypad
}

function press(key) {
  const { classList } = body.querySelector(`[data-key="${key}"]`);
  classList.add('down');
  setTimeout(() => classList.remove('down'), 120);
  if (call?.live) call.press(key);
}

// A line of nothing but keys is pressed, as in the terminal; anything else is spoken.
function say(confidence) {
  const text = words.value.trim();
  const keys = /^[0-9*#]+$/.test(text);
  if (keys) [...text].forEach(press);
  if (keys || call.say(text, confidence)) words.value = '';
  else part.state.textContent = call.gather?.speech === false ? 'The line listens to keys only' : 'Wait until it is your turn';
}

function listenOrStop() {
  if (stopListening) return stopListening();
  voice.stop();
  call.hold(true);
  speak.setAttribute('aria-pressed', 'true');
  stopListening = listen(call.gather.language, (text, confidence, isFinal) => {
    words.value = text;
    if (isFinal && call.live) say(confidence.toFixed(2));
  }, (problem) => {
    stopListening = null;
    call.hold(false);
    speak.setAttribute('aria-pressed', 'false');
    if (problem === 'not-allowed') note('The microphone is blocked. Allow it in the address bar, or type.');
    else if (problem) note('That was not understood. Try again, or type.');
  });
}

async function openPanel() {
  document.head.append(make('link', { rel: 'stylesheet', href: `/static/simulator_panel.css${version}` }));
  panel = await load('panel');
  exchanges.forEach(panel.showExchange);
  if (question) panel.showQuestion(question);
}

function readAloud(wanted) {
  voice.aloud = wanted && hasVoices();
  if (!voice.aloud) voice.stop();
  aloud.disabled = !hasVoices();
  aloud.textContent = hasVoices() ? 'Aloud' : 'No voices';
  aloud.setAttribute('aria-pressed', voice.aloud);
}

const on = (element, event, react) => element.addEventListener(event, react);
on(part.dial, 'click', () => (call?.live ? call.hangUp() : startCall()));
on(part.quiet, 'click', () => call.silence());
on(part.skip, 'click', () => call.skip());
on(speak, 'click', listenOrStop);
on(part.another, 'click', () => {
  call = null;
  part.who.textContent = 'No call';
  show('idle');
  callers.querySelector(':checked').focus();
});
on(body, 'click', ({ target }) => {
  const key = target.closest('[data-key]');
  if (key) press(key.dataset.key);
});
on(callers, 'change', () => { part.other.hidden = callers.elements.from.value; });
on(callers, 'submit', (event) => {
  event.preventDefault();
  startCall();
});
on(words, 'input', () => call?.hold(Boolean(words.value)));
on(part.say, 'submit', (event) => {
  event.preventDefault();
  if (words.value.trim() && call?.live) say(1);
});
on(document, 'keydown', ({ target, key, ctrlKey, metaKey, altKey }) => {
  if (/^[0-9*#]$/.test(key) && !ctrlKey && !metaKey && !altKey && !target.matches('input:not([type=radio], [type=checkbox])')) press(key);
});
on(aloud, 'click', () => readAloud(!voice.aloud));
behind.addEventListener('toggle', openPanel, { once: true });
on(window, 'pagehide', () => call?.live && call.hangUp());

whenVoicesCome(() => readAloud(voice.aloud || aloud.disabled));
readAloud(true);
speak.hidden = !canListen;
behind.open = matchMedia('(min-width: 1240px)').matches;
show('idle');
