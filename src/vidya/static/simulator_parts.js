// Elements made by script, for phone and panel.

export function make(tag, attributes, ...children) {
  const element = /^(svg|rect)$/.test(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...children.filter(Boolean));
  return element;
}

export const sourceLine = ({ chapter, heading }) => make('p', { class: 'source' }, `From ${[chapter, heading].filter(Boolean).join(', ')}`);
