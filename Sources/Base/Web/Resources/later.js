// Keeps what is sent without a network and sends it when there is one. Without this file the browser sends each form itself.
//
// A list says `data-later` and the words for what is under way; its forms say `data-later-form` with the name of their row.
// What waits lies in the browser under the address of the page, each act with a key of its own: sent twice, it counts once.
(function () {
  "use strict";
  var list = document.querySelector("[data-later]");
  if (!list) return;
  var place = "qianmo-later:" + window.location.pathname;
  // The phone's own clock may be wrong and is only counted on.
  var difference = Number(list.getAttribute("data-later")) - Date.now();
  var queue = load();
  var refused = {};
  var isSending = false;
  var mustSignIn = false;
  var pressed = null;
  var tapped = {};

  function load() {
    try { return JSON.parse(window.localStorage.getItem(place) || "[]"); } catch (error) { return []; }
  }

  function save() {
    try { window.localStorage.setItem(place, JSON.stringify(queue)); } catch (error) { /* kept while the page is open */ }
  }

  function word(name) { return list.getAttribute("data-" + name) || ""; }

  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }

  // What the reader sees of what is under way: a line on top, and one in each row.
  function show() {
    var line = document.getElementById("later");
    if (line) {
      line.textContent = mustSignIn ? word("sign-in") : queue.length ? word("waiting").replace("#", queue.length) : "";
      line.hidden = !line.textContent;
    }
    each("[data-later-row]", function (row) {
      var name = row.getAttribute("data-later-row");
      var waits = queue.filter(function (act) { return act.row === name; }).pop();
      var said = row.querySelector(".later");
      if (!said) return;
      said.textContent = waits ? word("kept") + " " + waits.label : refused[name] || "";
      said.hidden = !said.textContent;
    });
  }

  // China has one time, eight hours before Greenwich, and no summer time.
  function now() {
    return new Date(Date.now() + difference + 8 * 3600000).toISOString().slice(0, 19) + "+08:00";
  }

  function fields(form, button, key) {
    var found = [];
    Array.prototype.forEach.call(form.elements, function (field) {
      if (!field.name || field.name === "_csrf" || field.tagName === "BUTTON") return;
      var value = field.name === "_key" ? key : field.name === "at" ? now() : field.value;
      found.push([field.name, value]);
    });
    if (button && button.name) found.push([button.name, button.value]);
    return found;
  }

  function keep(form, button) {
    var base = form.elements["_key"] ? form.elements["_key"].value : "";
    var key = base + "-" + Date.now().toString(36) + Math.floor(Math.random() * 1e9).toString(36);
    var name = form.getAttribute("data-later-form");
    var label = button ? button.textContent.trim() : "";
    // A double tap is one.
    if (tapped.row === name && tapped.label === label && Date.now() - tapped.at < 2000) return;
    tapped = { row: name, label: label, at: Date.now() };
    delete refused[name];
    queue.push({ row: name, action: form.getAttribute("action"), label: label, fields: fields(form, button, key) });
    save();
    show();
    send();
  }

  // The token is the open page's: it is not kept, and a page that was opened later has another.
  function body(act) {
    var token = document.querySelector("[data-later] input[name=_csrf]");
    return act.fields.concat([["_csrf", token ? token.value : ""]]).map(function (field) {
      return encodeURIComponent(field[0]) + "=" + encodeURIComponent(field[1]);
    }).join("&");
  }

  // What the house says against it: its number and its words.
  function reason(request) {
    var page = new DOMParser().parseFromString(request.responseText, "text/html");
    var said = page.querySelector(".rejection p");
    return said ? said.textContent.replace(/\s+/g, " ").trim() : "";
  }

  function send() {
    if (isSending || !queue.length) return;
    var act = queue[0];
    var request = new XMLHttpRequest();
    isSending = true;
    request.open("POST", act.action);
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
    request.timeout = 30000;
    request.onload = function () {
      isSending = false;
      var status = request.status;
      // A session that ended, or a token of the one before: numbers of the door, 1300 and more.
      mustSignIn = status === 401 || (status === 403 && /\b13\d\d\b/.test(reason(request)));
      // Nobody heard it, or nobody knows whether they did: the same key again tells.
      if (mustSignIn || status === 429 || status >= 500 || status === 0) { show(); return; }
      if (status >= 400) refused[act.row] = word("refused") + " " + reason(request);
      queue.shift();
      save();
      if (queue.length) { show(); send(); } else refresh();
    };
    request.onerror = request.ontimeout = function () { isSending = false; show(); };
    request.send(body(act));
  }

  // What the house now says of the round, with what is still under way on top of it.
  function refresh() {
    var request = new XMLHttpRequest();
    request.open("GET", window.location.href);
    request.responseType = "document";
    request.onload = function () {
      var fresh = request.status === 200 && request.response && request.response.getElementById("main");
      var main = document.getElementById("main");
      if (fresh && main && fresh.querySelector("[data-later]")) {
        main.parentNode.replaceChild(document.adoptNode(fresh), main);
        list = document.querySelector("[data-later]");
      }
      show();
    };
    request.onerror = show;
    request.send();
  }

  document.addEventListener("click", function (event) {
    var button = event.target;
    while (button && button.tagName !== "BUTTON") button = button.parentNode;
    pressed = button || null;
  }, true);
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.getAttribute("data-later-form")) return;
    event.preventDefault();
    keep(form, pressed && pressed.form === form ? pressed : form.querySelector("button"));
  });
  window.addEventListener("online", send);
  window.setInterval(send, 10000);
  show();
  send();
})();
