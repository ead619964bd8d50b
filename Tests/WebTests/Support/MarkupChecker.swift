/// Reads markup the strict way, far stricter than browsers, and lists what is wrong with it.
struct MarkupChecker {
    struct Element {
        let name: String
        let attributes: [String: String]
    }

    private(set) var problems: [String] = []
    private(set) var elements: [Element] = []
    private var open: [String] = []

    static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img", "rect", "polygon"]
    static let paragraphEnders: Set<String> = [
        "p", "div", "ul", "ol", "dl", "table", "form", "section", "header", "footer", "nav", "figure", "fieldset", "h1",
        "h2", "details", "main",
    ]

    init(_ markup: String) {
        var rest = Substring(markup)
        if rest.lowercased().hasPrefix("<!doctype html>") { rest = rest.dropFirst("<!doctype html>".count) }
        while let start = rest.firstIndex(of: "<") {
            checkText(rest[..<start])
            rest = rest[rest.index(after: start)...]
            guard let tag = Self.tag(&rest) else {
                problems.append("a tag does not end: \(rest.prefix(40))")
                return
            }
            read(tag)
        }
        checkText(rest)
        problems += open.map { "<\($0)> is never closed" }
        checkReferences()
    }

    private mutating func checkText(_ text: Substring) {
        if text.contains(">") { problems.append("a bare > in text: \(text.suffix(40))") }
        for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
            let isEntity = ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { piece.hasPrefix($0) }
            if !isEntity { problems.append("a bare & in text: \(piece.prefix(20))") }
        }
    }

    /// Takes up to the `>` that is not inside quotes.
    private static func tag(_ rest: inout Substring) -> String? {
        var isQuoted = false
        for index in rest.indices {
            if rest[index] == "\"" { isQuoted.toggle() }
            if rest[index] == ">" && !isQuoted {
                let tag = String(rest[..<index])
                rest = rest[rest.index(after: index)...]
                return tag
            }
        }
        return nil
    }

    private mutating func read(_ tag: String) {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if open.popLast() != name { problems.append("</\(name)> closes something else") }
            return
        }
        let isSelfClosed = tag.hasSuffix("/")
        let body = isSelfClosed ? tag.dropLast() : Substring(tag)
        let name = String(body.prefix { $0.isLetter || $0.isNumber })
        let attributes = attributes(body.dropFirst(name.count), of: name)
        elements.append(Element(name: name, attributes: attributes))
        if open.last == "p" && Self.paragraphEnders.contains(name) { problems.append("<\(name)> inside <p>") }
        if !isSelfClosed && !Self.void.contains(name) { open.append(name) }
    }

    private mutating func attributes(_ text: Substring, of element: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text.drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let name = String(rest.prefix { $0 != "=" && !$0.isWhitespace })
            rest = rest.dropFirst(name.count)
            var value = ""
            if rest.hasPrefix("=\"") {
                value = String(rest.dropFirst(2).prefix { $0 != "\"" })
                rest = rest.dropFirst(2 + value.count + 1)
            } else if rest.hasPrefix("=") {
                problems.append("an unquoted attribute \(name) of <\(element)>")
                return found
            }
            if name == "style" || name.hasPrefix("on") {
                problems.append("\(name) on <\(element)>: refused by the CSP")
            }
            if found.updateValue(value, forKey: name) != nil { problems.append("\(name) twice on <\(element)>") }
            if value.contains("<") { problems.append("a bare < in \(name) of <\(element)>") }
            rest = rest.drop(while: \.isWhitespace)
        }
        return found
    }

    private mutating func checkReferences() {
        let ids = elements.compactMap { $0.attributes["id"] }
        problems += Dictionary(grouping: ids, by: { $0 }).filter { $1.count > 1 }.map { "id \($0.key) stands twice" }
        let known = Set(ids)
        for element in elements {
            for name in ["for", "aria-describedby", "aria-labelledby"] {
                for id in (element.attributes[name] ?? "").split(separator: " ") where !known.contains(String(id)) {
                    problems.append("\(name)=\(id) on <\(element.name)> points nowhere")
                }
            }
            if let target = element.attributes["href"], target.hasPrefix("#"),
                !known.contains(String(target.dropFirst()))
            {
                problems.append("\(target) points nowhere")
            }
            if element.name == "script" && element.attributes["src"] == nil { problems.append("an inline script") }
        }
    }
}
