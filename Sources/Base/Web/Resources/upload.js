// Sends large papers of a form piece by piece and goes on after a cut (tus 1.0). Without this file the browser sends the form
// with its files in one piece.
//
// A file field says `data-upload`, where papers are taken, and the words for what is under way. Once a paper is there, the form
// names it by the mark the house has answered. What is under way is remembered in the browser by size and date of the file.
(function () {
  "use strict";
  if (window.qianmoUpload) return;
  window.qianmoUpload = true;
  // Smaller files go with the form; a piece is what a cut costs at most where somebody between holds it back.
  var small = 262144;
  var size = 1048576;
  var pressed = null;

  function chosen(form) {
    return Array.prototype.filter.call(form.querySelectorAll("input[type=file][data-upload]"), function (input) {
      return input.name && input.files && input.files[0] && input.files[0].size > small;
    });
  }

  function say(input, words, isWrong) {
    var line = input.parentNode.querySelector(".upload");
    if (!line) {
      line = document.createElement("p");
      line.setAttribute("role", "status");
      input.parentNode.appendChild(line);
    }
    line.className = (isWrong ? "error" : "hint") + " upload";
    line.textContent = words;
  }

  function word(input, name, offset) {
    var share = Math.floor(100 * offset / input.files[0].size);
    return (input.getAttribute("data-" + name) || "").replace("#", share);
  }

  function ask(method, address, fields, body, then) {
    var request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("Tus-Resumable", "1.0.0");
    Object.keys(fields).forEach(function (name) { request.setRequestHeader(name, fields[name]); });
    request.timeout = 120000;
    request.onload = function () { then(request.status, request); };
    request.onerror = request.ontimeout = function () { then(0, request); };
    request.send(body);
  }

  // What the house says against it, in the language of the page.
  function reason(request) {
    var language = document.documentElement.lang.indexOf("zh") === 0 ? "zh" : "en";
    try {
      var said = JSON.parse(request.responseText);
      return said.number + " " + said.text[language] + " " + said.next[language];
    } catch (error) { return ""; }
  }

  function recall(name) { try { return window.localStorage.getItem(name); } catch (error) { return null; } }

  function remember(name, address) {
    try {
      if (address) window.localStorage.setItem(name, address); else window.localStorage.removeItem(name);
    } catch (error) { /* kept while the page is open */ }
  }

  // Sends the file of one field; `done` is told its mark, `failed` the words against it, or nothing where the form is to go plainly.
  function send(input, token, done, failed) {
    var file = input.files[0];
    var name = "qianmo-upload:" + file.size + ":" + file.lastModified;
    var address = recall(name);
    var offset = 0;
    var tries = 0;
    var beginnings = 0;

    function may(status) { return status === 0 || status === 408 || status === 429 || (status >= 500 && status !== 501); }

    // After a while, or as soon as there is a network again.
    function later(act) {
      var timer = null;
      function once() {
        window.clearTimeout(timer);
        window.removeEventListener("online", once);
        act();
      }
      say(input, word(input, "waiting", offset));
      timer = window.setTimeout(once, Math.min(30000, 1000 * Math.pow(2, tries)));
      tries += 1;
      window.addEventListener("online", once);
    }

    function refused(status, request) {
      if (status === 401 || (status === 403 && address)) { failed(input.getAttribute("data-sign-in")); return; }
      remember(name, null);
      failed(status >= 400 && status < 500 && status !== 404 && status !== 405 ? reason(request) : "");
    }

    function begin() {
      beginnings += 1;
      if (beginnings > 3) { failed(""); return; }
      offset = 0;
      var title = "filename " + window.btoa(unescape(encodeURIComponent(file.name)));
      var fields = { "X-Form-Token": token, "Upload-Length": file.size, "Upload-Metadata": title };
      ask("POST", input.getAttribute("data-upload"), fields, null, function (status, request) {
        if (may(status) && (status !== 0 || tries < 5)) { later(begin); beginnings -= 1; return; }
        if (status !== 201) { refused(status, request); return; }
        address = request.getResponseHeader("Location");
        remember(name, address);
        piece();
      });
    }

    // What is there already; after a cut, and of a file that was begun before.
    function look() {
      ask("HEAD", address, {}, null, function (status, request) {
        if (may(status)) { later(look); return; }
        if (status === 401) { refused(status, request); return; }
        if (status !== 200) { remember(name, null); begin(); return; }
        goOn(request);
      });
    }

    function goOn(request) {
      var mark = request.getResponseHeader("Upload-Paper");
      offset = Number(request.getResponseHeader("Upload-Offset"));
      if (mark) { remember(name, null); done(mark); } else piece();
    }

    function piece() {
      say(input, word(input, "under-way", offset));
      var fields = {
        "X-Form-Token": token, "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream"
      };
      ask("PATCH", address, fields, file.slice(offset, offset + size), function (status, request) {
        if (status === 204) { tries = 0; goOn(request); return; }
        if (may(status) || status === 409) { later(look); return; }
        if (status === 404 || status === 410) { remember(name, null); begin(); return; }
        refused(status, request);
      });
    }

    if (address) look(); else begin();
  }

  // The form names the paper from now on; whoever chooses another file takes that back.
  function name(form, input, mark) {
    var field = input.name;
    var hidden = Array.prototype.filter.call(form.elements, function (one) {
      return one.type === "hidden" && one.name === field;
    })[0];
    if (!hidden) {
      hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = field;
      form.appendChild(hidden);
    }
    hidden.value = mark;
    input.setAttribute("data-name", field);
    input.removeAttribute("name");
  }

  function sendAll(form, inputs) {
    var input = inputs.shift();
    function submit() {
      form.removeAttribute("aria-busy");
      window.HTMLFormElement.prototype.submit.call(form);
    }
    if (!input) { submit(); return; }
    send(input, form.elements["_csrf"].value, function (mark) {
      say(input, word(input, "under-way", input.files[0].size));
      name(form, input, mark);
      sendAll(form, inputs);
    }, function (words) {
      if (!words) { submit(); return; }
      form.removeAttribute("aria-busy");
      say(input, words, true);
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target;
    while (button && button.tagName !== "BUTTON") button = button.parentNode;
    pressed = button || null;
  }, true);
  document.addEventListener("change", function (event) {
    var field = event.target.getAttribute && event.target.getAttribute("data-name");
    if (!field) return;
    event.target.setAttribute("name", field);
    event.target.removeAttribute("data-name");
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var inputs = chosen(form);
    // A button with a name of its own asks for something else than the form's act.
    var asksOther = pressed && pressed.form === form && pressed.name;
    if (!inputs.length || event.defaultPrevented || asksOther) return;
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    sendAll(form, inputs);
  });
})();
