// A second window for whoever speaks: this slide and the next, what can be said and where it is from, and the time.
const NEXT = 0.54; // of the width of this slide

class Presenter {
  constructor(stage, view) {
    this.stage = stage;
    this.window = view;
    this.began = Date.now();
    const { words } = stage, page = view.document, add = (sign, run, name) => {
      const button = make("button", "", sign);
      if (name) { button.title = name; button.setAttribute("aria-label", name); }
      button.onclick = run;
      return button;
    };
    page.documentElement.lang = document.documentElement.lang;
    // Typefaces are declared by the page, and hold for no other window.
    const faces = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSFontFaceRule);
    page.head.replaceChildren(make("style", "", ...faces.map(rule => rule.cssText)),
      ...[...stage.root.getRootNode().querySelectorAll("style")].map(style => page.importNode(style, true)));
    page.title = words.presenter;
    this.now = make("div", "now");
    this.then = make("div", "then");
    this.say = make("ul", "say");
    this.source = make("p", "source");
    this.page = make("input");
    this.page.type = "number";
    this.page.min = 1;
    this.page.setAttribute("aria-label", words.jump);
    this.page.onchange = () => { stage.typed.textContent = this.page.value; stage.jump(); this.page.blur(); };
    this.count = make("span");
    this.clock = make("b");
    this.since = make("b");
    this.box = make("main", "speaker", make("h1", "", words.presenter),
      make("div", "bar", add("← " + words.previous, () => stage.go(-1)), this.page, this.count, add(words.next + " →", () => stage.go(1)),
        make("span", "", words.elapsed), this.since, add("↺", () => { this.began = Date.now(); this.tick(); }, words.restart), make("span", "", words.clock), this.clock),
      make("div", "views", make("div", "", this.now, make("h3", "", words.coming), this.then),
        make("div", "", make("h3", "", words.say), this.say, this.source)));
    page.body.replaceChildren(this.box);
    page.body.style.margin = 0;
    view.addEventListener("keydown", event => { if (event.target !== this.page) stage.key(event); }, true);
    view.addEventListener("resize", () => this.update());
    view.addEventListener("pagehide", () => this.end());
    this.ticking = setInterval(() => (view.closed ? this.end() : this.tick()), 1000);
    this.tick();
    this.update();
  }

  update() {
    const { stage } = this, { slides } = stage.data, slide = slides[stage.at], next = stage.at + 1;
    const colours = stage.data.palettes[stage.dark ? "dark" : "light"];
    for (const name in colours) this.box.style.setProperty("--" + name, colours[name]);
    // Both slides stand in the window, one above the other, without scrolling.
    const { innerWidth, innerHeight } = this.window, upright = stage.narrow ? 4 / 3 : 16 / 9;
    const width = Math.max(240, Math.min((innerWidth - 60) * 0.48, ((innerHeight - 170) * upright) / (1 + NEXT)));
    this.box.classList.toggle("narrow", Boolean(stage.narrow));
    this.now.replaceChildren(stage.copy(stage.at, width));
    this.then.replaceChildren(next < slides.length ? stage.copy(next, width * NEXT) : make("p", "", stage.words.last));
    this.say.replaceChildren(...slide.say.map(sentence => make("li", "", sentence)));
    this.source.textContent = [slide.asOf, slide.origin].filter(Boolean).join(" · ");
    this.page.value = next;
    this.page.max = slides.length;
    this.count.textContent = "/ " + slides.length;
  }

  tick() {
    const seconds = Math.floor((Date.now() - this.began) / 1000), two = number => String(number).padStart(2, "0");
    this.since.textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
    const time = new Date();
    this.clock.textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
  }

  end() {
    clearInterval(this.ticking);
    this.stage.presenter = null;
  }
}

