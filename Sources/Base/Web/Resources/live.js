// Makes a page live: without this file every page still works, one reload at a time.
// An event is either {"set": {"element-id": "text"}}, or anything else, which means: ask for the page again.
(function () {
  "use strict";
  var source = document.body.getAttribute("data-live");
  if (!source || source.charAt(0) !== "/") return;
  var waiting = null;

  // The server's clock goes on from what the page was sent with; the phone's own may be wrong and is only counted on.
  var difference = null;

  function setClock() {
    var clock = document.getElementById("clock");
    if (clock) difference = Number(clock.getAttribute("data-clock")) - Date.now();
  }

  function tick() {
    var clock = document.getElementById("clock");
    // China has one time, eight hours before Greenwich, and no summer time.
    if (clock && difference !== null) {
      clock.textContent = new Date(Date.now() + difference + 8 * 3600000).toISOString().slice(11, 19);
    }
  }

  // Countdowns say the same words as the server did, a second later.
  function count() {
    if (difference === null) return;
    var isChinese = document.documentElement.lang.indexOf("zh") === 0;
    var units = isChinese ? [" 天", " 小时", " 分钟", " 秒"] : [" d", " h", " min", " s"];
    Array.prototype.forEach.call(document.querySelectorAll("[data-end]"), function (element) {
      var left = Math.max(0, Math.floor((Number(element.getAttribute("data-end")) - Date.now() - difference) / 1000));
      var parts = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60, left % 60];
      var first = 0;
      while (first < 3 && parts[first] === 0) first += 1;
      element.textContent = parts.slice(first, first + 2).map(function (part, i) { return part + units[first + i]; }).join(" ");
    });
  }

  setClock();
  window.setInterval(count, 1000);
  window.setInterval(tick, 1000);

  function isTyping() {
    var active = document.activeElement;
    return active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName);
  }

  // Who does not see the page hears what its answer has become, and who is in another tab reads it there.
  var title = document.title;
  var spoken = document.createElement("p");
  spoken.className = "hidden";
  spoken.setAttribute("role", "status");
  spoken.setAttribute("aria-live", "polite");
  document.body.insertBefore(spoken, document.getElementById("main"));

  function answer() {
    var line = document.querySelector("main .headline .answer");
    return line ? line.textContent.trim() : "";
  }

  function speak(before) {
    var now = answer();
    if (!now || now === before) return;
    spoken.textContent = now;
    document.title = now + " · " + title;
  }

  function refresh() {
    waiting = null;
    if (isTyping()) { later(); return; }
    var request = new XMLHttpRequest();
    request.open("GET", window.location.href);
    request.responseType = "document";
    request.onload = function () {
      var fresh = request.status === 200 && request.response && request.response.getElementById("main");
      var main = document.getElementById("main");
      if (fresh && main && !isTyping()) {
        var before = answer();
        main.parentNode.replaceChild(document.adoptNode(fresh), main);
        speak(before);
        setClock();
      }
    };
    request.send();
  }

  function later() {
    if (!waiting) waiting = window.setTimeout(refresh, 300 + Math.random() * 700);
  }

  function poll() { window.setInterval(later, 10000); }

  // A phone without EventSource, or a proxy that cuts it, asks every ten seconds instead.
  if (!window.EventSource) { poll(); return; }
  var events = new EventSource(source);
  // What happened between the page and the stream, or while the line was down, is looked up once it is open.
  events.onopen = later;
  events.onerror = function () { if (events.readyState === 2) poll(); };
  events.onmessage = function (event) {
    var message = null;
    try { message = JSON.parse(event.data); } catch (error) { message = null; }
    if (!message || !message.set) { later(); return; }
    Object.keys(message.set).forEach(function (id) {
      var element = document.getElementById(id);
      if (element) element.textContent = String(message.set[id]); else later();
    });
  };
  window.addEventListener("pagehide", function () { events.close(); });
})();
