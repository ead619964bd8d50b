/// Holds every room to the one shape, from its text alone. Nothing is said here of any particular room: names come from the
/// manifest, verbs and events from the room's front page.
struct RoomCheck {
    /// Path from the root to text.
    let files: [String: String]

    /// Everything that is missing or stands in the wrong place.
    var findings: [String] { rooms.flatMap(findings) }

    /// The same of one room.
    func findings(in room: String) -> [String] { Room(name: room, check: self).findings }

    /// The domains that are modules: those whose front page says so.
    var rooms: [String] {
        let manifest = files["Package.swift"] ?? ""
        return manifest.matches(of: /Domain\(\s*"(\w+)"/).map { String($0.1) }.filter {
            files["Sources/Domains/\($0)/\($0).swift"]?.contains("enum \($0): Module") ?? true
        }
    }
}

/// One room under the check.
private struct Room {
    let name: String
    let check: RoomCheck
    /// The room's own files and its snapshots, sorted: every question asks some of them.
    private let own: [String]

    init(name: String, check: RoomCheck) {
        self.name = name
        self.check = check
        own = check.files.keys.filter { $0.contains("/\(name)/") }.sorted()
    }

    private func paths(_ folder: String) -> [String] { own.filter { $0.hasPrefix(folder) } }

    private var folder: String { "Sources/Domains/\(name)/" }
    private var front: String { check.files["\(folder)\(name).swift"] ?? "" }

    var findings: [String] {
        guard !front.isEmpty else { return ["\(name) has no front page"] }
        return folders + verbs.flatMap(verb) + events.flatMap(event) + unlisted + refusals + model + snapshots
    }

    private var verbs: [String] { listed("commands") }
    private var events: [String] { listed("events") }

    /// The types in `static let commands: … = [A.self, B.self]`.
    private func listed(_ list: String) -> [String] {
        guard let start = front.firstRange(of: "static let \(list): [any ") else { return [] }
        let rest = front[start.upperBound...]
        guard let open = rest.firstRange(of: "= ["), let close = rest[open.upperBound...].firstIndex(of: "]") else {
            return []
        }
        return rest[open.upperBound..<close].matches(of: /(\w+)\.self/).map { String($0.1) }
    }

    private var folders: [String] {
        var found = ["Model", "Rules", "Refusals", "Store", "API", "Pages"].filter {
            paths("\(folder)\($0)/").isEmpty
        }.map { "\(name) has no \($0)/" }
        if check.files["\(folder)Text.swift"] == nil { found.append("\(name) has no Text.swift") }
        if verbs.isEmpty { found.append("\(name) lists no commands") }
        if events.isEmpty { found.append("\(name) lists no events") }
        return found
    }

    /// A verb is a file of its own name, with its access, its refusals and its rule; its facts are read in Store/.
    private func verb(_ verb: String) -> [String] {
        guard let path = paths("\(folder)Rules/").first(where: { $0.hasSuffix("/\(verb).swift") }),
            let text = check.files[path], text.contains("struct \(verb):")
        else { return ["\(name): \(verb) has no file in Rules/"] }
        var found: [String] = []
        for part in ["static let name = ", "static let access: Access", "refusals: [", "title: Message"]
        where !text.contains(part) {
            found.append("\(path) has no \(part)")
        }
        for other in verbs where other != verb && text.contains("struct \(other):") {
            found.append("\(path) holds \(other) as well")
        }
        // Whose the thing is says the verb that anybody may give only of their own.
        if text.contains(".mine("), !text.contains("func holder(") {
            found.append("\(path) says mine and not whose")
        }
        if text.contains("struct Facts"), !isInStore("extension \(verb) ", "func facts(") {
            found.append("\(name): nothing in Store/ reads the facts of \(verb)")
        }
        return found
    }

    /// An event stands in Rules/, beside what causes it, and is projected in Store/ by name.
    private func event(_ event: String) -> [String] {
        var found: [String] = []
        let isRule = paths("\(folder)Rules/").contains { check.files[$0]?.contains("struct \(event):") ?? false }
        if !isRule { found.append("\(name): \(event) stands in no file of Rules/") }
        if !isInStore("extension \(event) ", "func project(") { found.append("\(name): \(event) is not projected") }
        return found
    }

    /// Whether a file of Store/ extends the type and has the function in that extension.
    private func isInStore(_ head: String, _ function: String) -> Bool {
        paths("\(folder)Store/").contains { path in
            guard let text = check.files[path], let start = text.firstRange(of: "\n\(head)") else { return false }
            let rest = text[start.upperBound...]
            let end = rest.firstRange(of: "\n}")?.lowerBound ?? rest.endIndex
            return rest[..<end].contains(function)
        }
    }

    /// What has a name as commands and events have is listed on the front page.
    private var unlisted: [String] {
        let known = Set(verbs + events)
        return paths("\(folder)Rules/").flatMap { path -> [String] in
            let text = check.files[path] ?? ""
            return text.matches(of: /(?m)^package struct (\w+): \w*(?:Command|Verb|Event)\b/).compactMap {
                known.contains(String($0.1)) ? nil : "\(path): \($0.1) is not listed on the front page"
            }
        }
    }

    /// Every refusal stands in `all`, and in both languages.
    private var refusals: [String] {
        let text = paths("\(folder)Refusals/").compactMap { check.files[$0] }.joined(separator: "\n")
        guard let start = text.firstRange(of: "static let all: ["),
            let open = text[start.upperBound...].firstRange(of: "= ["),
            let close = text[open.upperBound...].firstIndex(of: "]")
        else { return ["\(name) lists no refusals"] }
        let all = Set(text[open.upperBound..<close].matches(of: /\.(\w+)/).map { String($0.1) })
        let declared = text.matches(of: /static let (\w+) = Self\(/).map { String($0.1) }
        var found = declared.filter { !all.contains($0) }.map { "\(name): the refusal \($0) is not in `all`" }
        if declared.isEmpty { found.append("\(name) declares no refusal") }
        for part in text.split(separator: "static let ").dropFirst()
        where part.contains("= Self(")
            && !(part.contains("zh: \"") && part.contains("en: \"") && part.contains("next: "))
        {
            found.append("\(name): the refusal \(part.prefix(30)) says not everything")
        }
        return found
    }

    /// Model/ computes: it imports neither the store nor pages.
    private var model: [String] {
        (paths("\(folder)Model/") + paths("\(folder)Rules/")).flatMap { path -> [String] in
            (check.files[path] ?? "").matches(of: /(?m)^(?:package )?import (Storage\w*|Web|Paper)\b/).compactMap {
                // A rule may name the store's types in its conformance, never in a body.
                path.contains("/Rules/") && $0.1 == "Storage" ? nil : "\(path) imports \($0.1)"
            }
        }
    }

    /// Every kind of page has been looked at in both languages.
    private var snapshots: [String] {
        let kept = paths("Tests/PlatformTests/Snapshots/\(name)/")
        return ["zh", "en"].filter { language in !kept.contains { $0.hasSuffix(".\(language).html") } }.map {
            "\(name) has no page kept in \($0)"
        }
    }
}
