
const everything = JSON.parse(document.getElementById("data").textContent);
present({ data: everything.stage, parentElement: document });

(() => {
  const { header, rows } = everything.units, table = document.querySelector("table"), select = document.querySelector("select");
  const picked = document.querySelector(".picked"), NUMBERS = [1, 2, 3, 4], order = rows.map((_, place) => place);
  if (!rows.length) { document.querySelector("section").hidden = true; return; }
  rows.forEach((found, place) => { const option = make("option", "", found.cells[0]); option.value = place; select.append(option); });

  function cellOf(found, column) {
    const cell = make("td", NUMBERS.includes(column) ? "number" : "");
    cell.dataset.head = header[column];
    if (column === 3) {
      const fill = make("i"), share = make("span", found.cut ? "share cut" : "share", fill);
      fill.style.width = found.part * 100 + "%";
      fill.style.background = found.colour;
      cell.append(share);
    }
    cell.append(make("span", "value", found.cells[column]));
    return cell;
  }

  function fill() {
    const shown = select.value === "" ? order : [Number(select.value)];
    table.tBodies[0]?.remove();
    table.append(make("tbody", "", ...shown.map(place => make("tr", "", ...rows[place].cells.map((_, column) => cellOf(rows[place], column))))));
    picked.hidden = select.value === "";
    if (!picked.hidden) picked.replaceChildren(...header.slice(1).map((name, column) => make("span", "", name, make("b", "", rows[select.value].cells[column + 1]))));
  }

  // As written, in the reader's language: “1.234” and “54,5%” are read back to be put in order.
  const sign = document.documentElement.lang === "vi" ? [/\./g, ","] : [/,/g, "."];
  const value = text => { const read = parseFloat(text.replace("−", "-").replace(sign[0], "").replace(sign[1], ".")); return Number.isNaN(read) ? -Infinity : read; };
  let last = null, down = true;
  const heads = header.map((name, column) => {
    const head = make("th", NUMBERS.includes(column) ? "number" : "", name);
    head.tabIndex = 0;
    head.onkeydown = event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); head.click(); } };
    head.onclick = () => {
      down = last === column ? !down : NUMBERS.includes(column);
      last = column;
      const by = NUMBERS.includes(column) ? (a, b) => value(rows[a].cells[column]) - value(rows[b].cells[column])
        : (a, b) => rows[a].cells[column].localeCompare(rows[b].cells[column], "vi");
      for (const other of heads) other.ariaSort = other !== head ? "none" : down ? "descending" : "ascending";
      order.sort((a, b) => (down ? -1 : 1) * by(a, b));
      fill();
    };
    return head;
  });
  table.append(make("thead", "", make("tr", "", ...heads)));
  select.onchange = fill;
  fill();
})();
