import Kernel

/// The whole document around a page's body: the same head and foot everywhere.
package enum PageFrame {
    package static func render(_ page: Page, _ request: PageRequest, site: Site) -> HTML {
        let language = request.language
        return """
            <!doctype html>
            <html lang="\(tag(language))"\(look(request, site))>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.title) · \(Text.name, language)</title>
            <link rel="stylesheet" href="\(StaticAsset.stylesheet.path)">
            <link rel="icon" type="\(StaticAsset.icon.contentType)" href="\(StaticAsset.icon.path)">
            \(script(page))\(turning(page, request))</head>
            <body\(liveAttribute(page))>
            <a class="skip" href="#main">\(Text.skip, language)</a>
            \(notices(site, language))<header class="top">
            <div class="top-row">
            <a class="name" href="/"><span class="seal" aria-hidden="true">\(Text.seal, .chinese)</span>\(Text.name, language)</a>
            \(search(request, site))<div class="who">\(lettersSwitch(request, site))\(languageSwitch(request))\(who(request, site))</div>
            </div>
            \(navigation(request, site))</header>
            <main id="main">
            \(page.body)
            </main>
            \(footer(site, language))
            </body>
            </html>

            """
    }

    static func tag(_ language: Language) -> String { language == .chinese ? "zh-Hans" : "en" }

    /// A hall's screen fetches itself again every minute, or its next screen after twenty seconds.
    private static func turning(_ page: Page, _ request: PageRequest) -> HTML {
        guard let turn = request.turn else { return "" }
        guard page.turns > 1 else { return "<meta http-equiv=\"refresh\" content=\"60\">\n" }
        let next = request.link(setting: ["turn": "\((turn + 1) % page.turns)"])
        return "<meta http-equiv=\"refresh\" content=\"20;url=\(next)\">\n"
    }

    private static func look(_ request: PageRequest, _ site: Site) -> HTML {
        if request.turn != nil { return " class=\"wall\"" }
        return site.letters?.isLarge == true ? " class=\"large\"" : ""
    }

    private static func script(_ page: Page) -> HTML {
        if page.sendsLater { return "<script src=\"\(StaticAsset.laterScript.path)\" defer></script>\n" }
        guard page.liveSource != nil else { return "" }
        return """
            <script src="\(StaticAsset.liveScript.path)" defer></script>
            <noscript><meta http-equiv="refresh" content="10"></noscript>

            """
    }

    private static func liveAttribute(_ page: Page) -> HTML {
        page.liveSource.map { " data-live=\"\($0)\"" } ?? ""
    }

    private static func notices(_ site: Site, _ language: Language) -> HTML {
        let messages = (site.isDemo ? [Text.demo] : []) + (site.isLoopback ? [Text.loopback] : [])
        var lines = messages.map { "<p>\($0, language)</p>" as HTML }
        if let clock = site.practiceClock {
            let words = Text.practiceClock(Format(language).instant(clock.now))
            lines.append("<p>\(HTML.link(language(words), to: clock.path))</p>")
        }
        guard !lines.isEmpty else { return "" }
        return
            "<div class=\"notice\" role=\"region\" aria-label=\"\(Text.notice, language)\"><div>\(lines)</div></div>\n"
    }

    /// One box over all rooms; on a phone its button alone, which leads to the page of the search.
    private static func search(_ request: PageRequest, _ site: Site) -> HTML {
        guard site.hasSearch, request.path != SearchPage.path else { return "" }
        return """
            <form class="find" method="get" action="\(SearchPage.path)" role="search" aria-label="\(Text.find, request.language)">\
            <input type="search" name="q" maxlength="100" aria-label="\(Text.whatToFind, request.language)" \
            placeholder="\(Text.whatToFind, request.language)"><button>\(Text.search, request.language)</button></form>

            """
    }

    private static func languageSwitch(_ request: PageRequest) -> HTML {
        let other: Language = request.language == .chinese ? .english : .chinese
        return """
            <a class="language" href="\(request.link(setting: ["lang": other.rawValue]))" hreflang="\(tag(other))" \
            lang="\(tag(other))">\(Text.languageName(other))</a>
            """
    }

    /// Large letters for who reads better so, kept in their browser.
    private static func lettersSwitch(_ request: PageRequest, _ site: Site) -> HTML {
        guard let letters = site.letters else { return "" }
        let target = Links.address(
            letters.path, query: ["size": letters.isLarge ? "normal" : "large", "then": request.path])
        let words = letters.isLarge ? Text.normalLetters : Text.largeLetters
        return "<a class=\"letters\" href=\"\(target)\">\(words, request.language)</a>"
    }

    private static func who(_ request: PageRequest, _ site: Site) -> HTML {
        let language = request.language
        guard let person = site.person else {
            return "<a class=\"sign-in\" href=\"\(site.signInPath)\">\(Text.signIn, language)</a>"
        }
        return """
            <span class="person"><b>\(person.name)</b> <small>\(person.office)</small></span>\
            <form method="post" action="\(site.signOutPath)">\
            <input type="hidden" name="\(FormBuilder.csrfField)" value="\(request.csrfToken)">\
            <button class="quiet">\(Text.signOut, language)</button></form>
            """
    }

    private static func navigation(_ request: PageRequest, _ site: Site) -> HTML {
        let items = site.navigation.filter { $0.rule.allows(request.principal) }
        guard !items.isEmpty else { return "" }
        let links = items.map { item -> HTML in
            let current: HTML = isCurrent(item.path, request.path) ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(item.path)\"\(current)>\(item.message, request.language)</a></li>"
        }
        return "<nav aria-label=\"\(Text.navigation, request.language)\"><ul>\(links)</ul></nav>\n"
    }

    private static func isCurrent(_ section: String, _ path: String) -> Bool {
        section == path || (section != "/" && path.hasPrefix(section + "/"))
    }

    /// What the head has no room for.
    private static func doors(_ site: Site, _ language: Language) -> HTML {
        guard !site.doors.isEmpty else { return "" }
        let groups = site.doors.map { group -> HTML in
            let links = group.items.map { "<li>\(HTML.link(language($0.message), to: $0.path))</li>" as HTML }
            return "<li><span>\(group.title, language)</span><ul>\(links)</ul></li>\n"
        }
        return "<nav class=\"doors\" aria-label=\"\(Text.moreDoors, language)\"><ul>\n\(groups)</ul></nav>\n"
    }

    private static func footer(_ site: Site, _ language: Language) -> HTML {
        let head = site.head.map { head -> HTML in
            let words = Text.logHead(size: Format(language).count(head.size), root: String(head.root.prefix(12)))
            return "<p class=\"log-head\">\(HTML.link(language(words), to: head.path))</p>"
        }
        let entries = site.entries.map { path in
            "<p class=\"log-entries\">\(HTML.link(language(Text.entriesOfPage), to: path))</p>\n" as HTML
        }
        return """
            <footer class="foot">
            <p>\(Text.footer, language)</p>
            \(entries)\(head)
            \(doors(site, language))\
            <p class="motto">\(Text.name, language) · \(Text.motto, language)</p>
            </footer>
            """
    }
}
