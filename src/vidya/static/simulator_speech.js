// The browser's own voices and its own ear, where it has them.

const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const synthesis = window.speechSynthesis;

export const canListen = Boolean(Recognition);
export const hasVoices = () => Boolean(synthesis?.getVoices().length);
export const whenVoicesCome = (tell) => synthesis?.addEventListener?.('voiceschanged', tell);

function voiceFor(language) {
  const voices = synthesis?.getVoices() ?? [];
  const starts = (beginning) => voices.find((voice) => voice.lang.replace('_', '-').startsWith(beginning));
  return starts(language) ?? starts(language.split('-')[0]);
}

export class Voice {
  aloud = false;
  #turn = 0;

  // False where no voice speaks that language: the words are then shown as long as they would last.
  async speak(pieces) {
    const turn = ++this.#turn;
    if (!this.aloud || !pieces.every(({ language }) => voiceFor(language))) return false;
    for (const { text, language, rate, pause } of pieces) {
      if (pause) await new Promise((done) => { setTimeout(done, pause * 1000); });
      // Long texts fall silent in some browsers, so one sentence is spoken at a time.
      for (const sentence of text.match(/[^.!?।]+[.!?।]*/g) ?? []) {
        if (turn !== this.#turn) return true;
        await new Promise((done) => {
          this.utterance = Object.assign(new SpeechSynthesisUtterance(sentence), { lang: language, rate, voice: voiceFor(language), onend: done, onerror: done });
          synthesis.speak(this.utterance);
        });
      }
    }
    return true;
  }

  play(url) {
    return new Promise((done) => {
      this.sound = Object.assign(new Audio(url), { onended: done, onerror: done });
      this.sound.play().catch(done);
    });
  }

  stop() {
    this.#turn += 1;
    synthesis?.cancel();
    this.sound?.pause();
  }
}

// Listen once; gives a function that stops. heard(words, confidence, isFinal), ended(problem).
export function listen(language, heard, ended) {
  let problem = '';
  const recognition = Object.assign(new Recognition(), {
    lang: language,
    interimResults: true,
    onresult: ({ results }) => {
      const last = results[results.length - 1];
      heard(last[0].transcript, last[0].confidence || 0.9, last.isFinal);
    },
    onerror: ({ error }) => { problem = error; },
    onend: () => ended(problem),
  });
  recognition.start();
  return () => recognition.stop();
}
