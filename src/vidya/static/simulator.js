// The phone's page: what is pressed and typed goes to the call, what the call tells is shown.

const version = new URL(import.meta.url).search;
const load = (part) => import(`./simulator_${part}.js${version}`);
const [{ Call }, { Voice, canListen, hasVoices, listen, whenVoicesCome }, { addTo, languageOf, make, sourceLine }] = await Promise.all(['call', 'speech', 'parts'].map(load));

const part = Object.fromEntries([...document.querySelectorAll('#main [id]')].map((element) => [element.id, element]));
const { call: body, words, callers, transcript, number, speak, aloud, behind } = part;
const STATES = { idle: 'Choose who calls', waiting: 'Waiting for the line …', speaking: 'The line is speaking', listening: 'Your turn' };
const beside = matchMedia('(min-width: 1240px)').matches;
const voice = new Voice();
const names = new Intl.DisplayNames(['en'], { type: 'language' });

let call = null;
let stopListening = null;
let panel = null;
let opening = null;
let questions = []; // of this caller, the latest first
let behindCall = []; // exchanges and answers, as they happened
let cited = new Set(); // since the caller was last heard
let spoken = ''; // the line's last language

function show(state, text = STATES[state]) {
  const live = Boolean(call?.live);
  body.dataset.state = live ? state : 'idle';
  part.state.textContent = text;
  part.dial.textContent = live ? 'Hang up' : call ? 'Redial' : 'Call';
  callers.hidden = call;
  transcript.hidden = !call;
  if (!live && part.say.contains(document.activeElement)) part.dial.focus();
  part.say.hidden = !live;
  part.another.hidden = !call || live;
  part.quiet.ariaDisabled = !call?.ear; // not `disabled`, which would drop the focus
  part.skip.ariaDisabled = !live || state !== 'speaking';
  words.lang = call?.gather?.language ?? words.lang;
  words.placeholder = call?.gather?.speech === false ? 'The line listens to keys now' : 'Say something';
  speak.disabled = !call?.gather?.speech;
}

const add = (item) => addTo(transcript, item, part.talk);
const note = (text, kind = '') => add(make('li', { class: `note ${kind}` }, text));

const bubble = (kind, lang, ...lines) => add(make('li', { class: `bubble ${kind}`, lang }, ...lines));
const about = (text) => make('p', { class: 'about', lang: 'en' }, text);

const stamp = () => `${Math.floor(call.seconds / 60)}:${String(call.seconds % 60).padStart(2, '0')}`;
const wordsIn = (text) => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));

// Where this was read, unless it was just shown. Numbers are spoken as words, so most words must agree.
function sourcesOf(said) {
  const heard = wordsIn(said);
  const told = (sentence) => {
    const written = [...wordsIn(sentence)];
    return written.length > 2 && written.filter((word) => heard.has(word)).length > written.length * 0.6;
  };
  const { citations = [] } = questions.find(({ sentences }) => sentences.some(told)) ?? {};
  const fresh = citations.filter(({ passage_id: id }) => !cited.has(id));
  fresh.forEach(({ passage_id: id }) => cited.add(id));
  return fresh;
}

function showBehind(entry) {
  behindCall.push(entry);
  panel?.show(entry);
}

async function showExchange(exchange, of) {
  showBehind({ exchange });
  const reply = await fetch(`/simulator/trace/${of.sid}`).catch(() => null); // the call itself tells that
  const trace = reply?.ok && await reply.json();
  if (of !== call || !trace) return;
  const { learner, school } = trace.call;
  if (learner) part.who.textContent = `${learner} · ${school}`;
  questions = trace.questions;
  const known = new Set(behindCall.map(({ question }) => question?.id));
  const settled = questions.filter(({ id, status, asked_at: at }) => Date.parse(at) >= of.began && !known.has(id) && (status !== 'waiting' || !of.live));
  settled.reverse().forEach((question) => showBehind({ question }));
}

const tell = {
  state: show,
  said: (text, language) => {
    const last = transcript.lastElementChild;
    const goesOn = last?.matches('.bubble:not(.own)') && last.lang === language;
    const named = /^[a-z]{2,3}(-[A-Z]{2})?$/.test(language) ? names.of(language) : language;
    const head = spoken === language ? stamp() : `${stamp()} · ${named}`;
    const sources = sourcesOf(text);
    spoken = language;
    bubble(goesOn ? 'on' : '', language, !goesOn && about(head), make('p', { class: 'words' }, text), sources.length && sourceLine(sources));
  },
  sound: (url) => note(`A sound: ${url}`),
  keyed: (digits) => { part.keyed.textContent = digits; },
  heard: ({ SpeechResult, Confidence, Digits }) => {
    cited = new Set();
    const you = make('span', { class: 'unseen', lang: 'en' }, 'You: ');
    if (SpeechResult) bubble('own', languageOf(SpeechResult), make('p', { class: 'words' }, you, SpeechResult), Confidence !== '1' && about(`heard with ${Math.round(Confidence * 100)} % confidence`));
    else if (Digits) bubble('own', 'en', make('p', { class: 'words' }, you, ...[...Digits].map((key) => make('kbd', {}, key))));
    else note('Silence');
  },
  warned: (warning) => note(`Twilio would warn: ${warning}`),
  patience: (left, total) => {
    part.patience.value = left / total;
    part.timer.textContent = left ? `${Math.ceil(left)} s left` : '';
  },
  failed: ({ message, code }) => note(`The call broke off. ${message} Call again; if it happens again, the server’s log says why. Twilio calls this error ${code}.`, 'failed'),
  ended: (text) => {
    if (text) note(text);
    show('idle', 'Call ended');
  },
  exchange: (exchange) => showExchange(exchange, call),
};

function startCall() {
  const chosen = callers.elements.from;
  const from = (chosen.value || number.value).replace(/[\s-]/g, '');
  const wrong = !/^\+\d{8,15}$/.test(from);
  number.setAttribute('aria-invalid', wrong);
  if (wrong) {
    show('idle', 'Type the whole number');
    number.focus();
    return;
  }
  transcript.replaceChildren();
  part['none-yet'].hidden = true;
  questions = [];
  behindCall = [];
  spoken = '';
  panel?.clear();
  const { line, signing } = body.dataset;
  const mine = new Call({ from, to: line, signing: signing === 'true', voice, tell: new Proxy(tell, {
    get: (all, what) => (...told) => mine === call && all[what](...told), // a call that was replaced is not shown
  }) });
  call = mine;
  part.who.textContent = from.replace(/^(\+91)(\d{5})(\d{5})$/, '$1 $2 $3');
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
  const style = make('link', { rel: 'stylesheet', href: `/static/simulator_panel.css${version}` });
  const styled = new Promise((done) => { style.onload = style.onerror = done; });
  document.head.append(style);
  [panel] = await Promise.all([load('panel'), styled]);
  behindCall.forEach(panel.show);
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
on(part.quiet, 'click', () => call?.silence());
on(part.skip, 'click', () => call?.skip());
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
const showNumberField = () => { part.other.hidden = callers.elements.from.value; };
on(callers, 'change', showNumberField);
on(callers, 'submit', (event) => {
  event.preventDefault();
  startCall();
});
on(words, 'input', () => call?.hold(Boolean(words.value)));
on(part.say, 'submit', (event) => {
  event.preventDefault();
  if (words.value.trim() && call?.live) say(1);
});
on(document, 'keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (key === 'Enter' && target.matches('[type=radio]')) startCall();
  const typing = target.matches('input:not([type=radio])') && !(target === words && call?.gather?.speech === false);
  if (typing || !/^[0-9*#]$/.test(key) || ctrlKey || metaKey || altKey) return;
  event.preventDefault();
  press(key);
});
on(aloud, 'click', () => readAloud(!voice.aloud));
on(behind, 'toggle', async () => {
  opening ??= openPanel();
  await opening;
  if (behind.open && !beside) behind.scrollIntoView();
});
on(window, 'pagehide', () => call?.live && call.hangUp());

whenVoicesCome(() => readAloud(voice.aloud || aloud.disabled));
readAloud(true);
speak.hidden = !canListen;
behind.open = beside;
show('idle');
showNumberField();
part.dial.disabled = false; // from here on it does something
