// Elements made by script, for phone and panel.

const SCRIPTS = { hi: 'Devanagari', bn: 'Bengali', ta: 'Tamil', te: 'Telugu', kn: 'Kannada', ml: 'Malayalam', gu: 'Gujarati', pa: 'Gurmukhi', or: 'Oriya' };

// The language of a text by its script, so that it is drawn and read aloud as such.
export const languageOf = (text) => Object.keys(SCRIPTS).find((language) => new RegExp(`\\p{Script=${SCRIPTS[language]}}`, 'u').test(text)) ?? 'en';

export function make(tag, attributes, ...children) {
  const element = /^(svg|rect)$/.test(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...children.filter(Boolean));
  return element;
}

// Who reads further up is left there; who was at the end stays at the end.
export function addTo(list, item, scroller) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 64;
  list.append(item);
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}

export function sourceLine(citations) {
  const places = citations.flatMap(({ chapter, heading }) => [
    '; ', make('span', { lang: languageOf(chapter) }, make('cite', {}, chapter), heading && ` · ${heading}`),
  ]);
  return make('p', { class: 'source', lang: 'en' }, 'From ', ...places.slice(1));
}
