// Elements of SVG, for the map and the stage. Texts are set as text, never as markup: they come from data.
const NS = "http://www.w3.org/2000/svg";

function draw(name, attributes, text) {
  const element = document.createElementNS(NS, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text != null) element.textContent = text;
  return element;
}

