// One call: the webhooks that Twilio would send, and the TwiML that comes back, performed in order.

const { CallFailure, readAnswer } = await import(`./simulator_twiml.js${new URL(import.meta.url).search}`);

const CHARACTERS_A_SECOND = 14; // where no voice is heard
const TIMEOUT_MS = 15000; // twilio.com/docs/errors/11205
const MOST_REDIRECTS = 60;
const PATIENCE = 3; // times what the <Gather> says, for typing is slow
const LEAST_PATIENCE_S = 12;
const SHOWING_MS = 300; // how long the line waits until an exchange is shown beside

const sleep = (ms) => new Promise((done) => { setTimeout(done, ms); });
const hex = (bytes) => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

// What a <Gather> hears: keys, or speech, or nothing until its patience ends.
class Ear {
  digits = '';

  constructor(gather) {
    this.gather = gather;
    this.result = new Promise((done) => { this.finish = done; });
    this.interrupted = new Promise((done) => { this.interrupt = () => { this.began = true; done(); }; });
  }

  press(key) {
    const { keys, finishOnKey, numDigits } = this.gather;
    if (!keys) return;
    this.interrupt();
    this.left = this.total;
    if (key !== finishOnKey) this.digits += key;
    else if (this.digits) this.finish({ Digits: this.digits, FinishedOnKey: key }); // before any digit it is not heard
    if (numDigits && this.digits.length === numDigits) this.finish({ Digits: this.digits });
  }

  say(words, confidence) {
    this.interrupt();
    this.finish({ SpeechResult: words, Confidence: String(confidence) });
  }

  giveUp() {
    this.interrupt();
    const empty = this.gather.keys ? { Digits: '' } : { SpeechResult: '' };
    this.finish(this.digits ? { Digits: this.digits } : this.gather.postsEmpty ? empty : null);
  }

  async wait(tick) {
    this.left = this.total = Math.max(this.gather.timeout * PATIENCE, LEAST_PATIENCE_S);
    const clock = setInterval(() => {
      if (!this.held) this.left -= 0.25;
      tick(Math.max(0, this.left), this.total);
      if (this.left <= 0) this.giveUp();
    }, 250);
    const heard = await this.result;
    clearInterval(clock);
    return heard;
  }
}

export class Call {
  live = false;
  sid = `CA${hex(16)}`;

  constructor({ from, to, signing, voice, tell }) {
    Object.assign(this, { from, to, signing, voice, tell });
  }

  get seconds() { return Math.ceil((Date.now() - this.began + 1) / 1000); }
  get gather() { return this.ear?.gather; }

  async dial() {
    this.live = true;
    this.began = Date.now();
    let next = this.#request('POST', '/voice/twilio/incoming', { CallStatus: 'ringing' });
    for (let inARow = 0; next && this.live; inARow = next?.heard ? 0 : inARow + 1) {
      try {
        if (inARow > MOST_REDIRECTS) throw new CallFailure(11215, `${inARow} <Redirect>s in a row, and nobody was asked.`);
        next = await this.#perform(await this.#fetch(next));
      } catch (failure) {
        if (!(failure instanceof CallFailure)) throw failure;
        this.tell.failed(failure);
        next = this.#end('completed', '');
      }
    }
  }

  press(key) {
    this.ear?.press(key);
    this.tell.keyed(this.ear?.digits ?? '');
  }

  // False where nothing listens to speech now.
  say(words, confidence) {
    const ear = this.ear;
    const hears = ear?.gather.speech && !ear.digits && (ear.total || ear.gather.bargeIn);
    if (hears) ear.say(words, confidence);
    return Boolean(hears);
  }

  silence() { this.ear?.giveUp(); }
  hold(held) { if (this.ear) this.ear.held = held; }
  skip() { this.skipped?.(); }
  hangUp() { this.#end('completed', 'You hung up.'); }

  async #fetch(request) {
    this.tell.state('waiting');
    const { failure, type, text } = await this.#send(request);
    this.at = request.url;
    if (!this.live) return [];
    if (failure) throw failure;
    const { verbs, warnings } = readAnswer(type, text, request.url);
    warnings.forEach(this.tell.warned);
    return verbs;
  }

  async #send({ method, url, form }) {
    const exchange = { method, url, form, at: new Date(), text: '' };
    const started = performance.now();
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), TIMEOUT_MS);
    try {
      const inUrl = method === 'GET';
      const address = inUrl ? `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(form)}` : url;
      const headers = this.signing ? { 'X-Twilio-Signature': await sign(address, inUrl ? {} : form) } : {};
      const reply = await fetch(address, { method, headers, body: inUrl ? undefined : new URLSearchParams(form), signal: giveUp.signal, keepalive: true });
      exchange.status = reply.status;
      exchange.type = (reply.headers.get('content-type') ?? '').split(';')[0];
      exchange.text = await reply.text();
      if (!reply.ok) exchange.failure = new CallFailure(11217, `The server answered ${reply.status}${explanation(exchange)}`);
    } catch (problem) {
      exchange.failure = new CallFailure(11205, giveUp.signal.aborted ? 'No answer came within 15 s.' : 'The server could not be reached.');
    }
    clearTimeout(timer);
    exchange.ms = Math.round(performance.now() - started);
    await Promise.race([this.tell.exchange(exchange), sleep(SHOWING_MS)]);
    return exchange;
  }

  // Verbs in order; gives the request that one of them hands over to.
  async #perform(verbs) {
    for (const verb of verbs) {
      if (!this.live) return null;
      if (verb.kind === 'gather') {
        const heard = await this.#listen(verb);
        if (heard) return { heard, ...this.#request(verb.method, this.#resolve(verb.action), { CallStatus: 'in-progress', ...heard }) };
      } else if (verb.kind === 'redirect') return this.#request(verb.method, this.#resolve(verb.url), { CallStatus: 'in-progress' });
      else if (verb.kind === 'reject') return this.#end(verb.status, 'The line did not take the call.');
      else if (verb.kind === 'hangup') break;
      else await this.#sound(verb);
    }
    return this.#end('completed', 'The line said goodbye.');
  }

  async #listen(gather) {
    const ear = this.ear = new Ear(gather);
    for (const prompt of gather.prompts) if (!ear.began) await Promise.race([this.#sound(prompt), ear.interrupted]);
    this.voice.stop();
    if (!this.live) return null;
    const result = ear.wait(this.tell.patience);
    this.tell.state('listening');
    const heard = await result;
    this.ear = null;
    this.tell.patience(0, 1);
    this.tell.keyed('');
    if (this.live) this.tell.heard(heard ?? {});
    return this.live ? heard : null;
  }

  async #sound(verb) {
    const skipped = new Promise((done) => { this.skipped = done; });
    this.tell.state('speaking');
    for (let turn = 0; turn < (verb.loop || 1) && this.live; turn += 1) await Promise.race([this.#once(verb), skipped]);
    this.voice.stop();
  }

  async #once({ kind, seconds, url, text, language, pieces }) {
    if (kind === 'pause') await sleep(seconds * 1000);
    else if (kind === 'play') {
      this.tell.sound(this.#resolve(url));
      await this.voice.play(this.#resolve(url));
    } else if (text) {
      this.tell.said(text, language);
      if (!await this.voice.speak(pieces)) await sleep((text.length / CHARACTERS_A_SECOND) * 1000);
    }
  }

  #end(status, words) {
    if (this.live) {
      this.live = false;
      this.skipped?.();
      this.ear?.giveUp();
      this.ear = null;
      this.tell.ended(words);
      this.#send(this.#request('POST', '/voice/twilio/status', { CallStatus: status, CallDuration: String(this.seconds) }));
    }
    return null;
  }

  // An absolute address may name the public host; this phone stays with its own server.
  #resolve(address) {
    const { pathname, search } = new URL(address || this.at, new URL(this.at, location));
    return pathname + search;
  }

  #request(method, url, more) {
    const numbers = { From: this.from, To: this.to, Caller: this.from, Called: this.to };
    return { method, url, form: { ...more, ...numbers, CallSid: this.sid, AccountSid: `AC${'0'.repeat(32)}`, ApiVersion: '2010-04-01', Direction: 'inbound' } };
  }
}

// What the server says of its refusal, where it says it in problem details (RFC 9457).
function explanation({ type, text }) {
  try { return type === 'application/problem+json' ? `: ${JSON.parse(text).detail}` : '.'; } catch { return '.'; }
}

async function sign(url, form) {
  const reply = await fetch('/simulator/sign', { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ url, form }) });
  return reply.ok ? (await reply.json()).signature : '';
}
