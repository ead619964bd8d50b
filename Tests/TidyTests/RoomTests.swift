import Foundation
import TestSupport
import Testing

/// Every room has the one shape, and whatever is forgotten is found.
@Suite("Rooms") struct RoomTests {
    private static let tree: [String: String] = Dictionary(
        uniqueKeysWithValues: (Tree.files(in: "Sources/Domains", endings: [".swift"])
            + Tree.files(in: "Tests/PlatformTests/Snapshots", endings: [".html"])
            + [("Package.swift", Tree.text("Package.swift") ?? "")]).map { ($0.path, $0.text) })

    @Test("Every room of the manifest has the same folders, verbs, access, facts, projections, texts and snapshots")
    func shape() {
        let check = RoomCheck(files: Self.tree)
        #expect(check.rooms.count >= 4)
        #expect(check.findings.isEmpty, "\(check.findings.joined(separator: "\n"))")
    }

    /// One thing taken out of a copy of the tree.
    struct Mutation: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (inout [String: String], _ room: String) -> Bool
        var testDescription: String { name }
    }

    static let mutations: [Mutation] =
        ["Model", "Rules", "Refusals", "Store", "API", "Pages"].map { folder in
            Mutation(name: "folder \(folder)") { tree, room in
                remove(&tree) { $0.hasPrefix("Sources/Domains/\(room)/\(folder)/") }
            }
        } + [
            Mutation(name: "front page") { tree, room in remove(&tree) { $0 == "Sources/Domains/\(room)/\(room).swift" }
            },
            Mutation(name: "texts") { tree, room in remove(&tree) { $0 == "Sources/Domains/\(room)/Text.swift" } },
            Mutation(name: "snapshots in Chinese") { tree, room in
                remove(&tree) { $0.hasPrefix("Tests/PlatformTests/Snapshots/\(room)/") && $0.hasSuffix(".zh.html") }
            },
            Mutation(name: "snapshots in English") { tree, room in
                remove(&tree) { $0.hasPrefix("Tests/PlatformTests/Snapshots/\(room)/") && $0.hasSuffix(".en.html") }
            },
            Mutation(name: "access of a verb") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/Rules/", /static let access: Access/, "static let door: Access")
            },
            Mutation(name: "whose a thing is") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/Rules/", /func holder\(/, "func keeper(")
            },
            Mutation(name: "refusals of a verb") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/Rules/", /static let refusals: \[/, "static let no: Set<")
            },
            Mutation(name: "projection of an event") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/Store/", /func project\(/, "func paint(")
            },
            Mutation(name: "facts of a verb") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/Store/", /func facts\(/, "func guesses(")
            },
            Mutation(name: "a verb on the front page") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/\(room).swift", #/\w+\.self, /#, "")
            },
            Mutation(name: "a verb in a file of another's name") { tree, room in
                guard
                    let path = tree.keys.filter({ $0.hasPrefix("Sources/Domains/\(room)/Rules/") }).sorted().first(
                        where: {
                            tree[$0]?.contains("static let access: Access") ?? false
                        }), let text = tree.removeValue(forKey: path)
                else { return false }
                tree[path.replacing(".swift", with: "Rules.swift")] = text
                return true
            },
            Mutation(name: "a refusal in the list of all") { tree, room in
                edit(
                    &tree, "Sources/Domains/\(room)/Refusals/", /(?<list>static let all[^=]*= \[\s*)\.\w+,/,
                    "static let all: [X] = [")
            },
            Mutation(name: "a refusal's next step") { tree, room in
                edit(&tree, "Sources/Domains/\(room)/Refusals/", /next: Message/, "afterwards: Message")
            },
            Mutation(name: "a model that computes only") { tree, room in
                edit(
                    &tree, "Sources/Domains/\(room)/Model/", /(?m)^(package )?import Kernel$/,
                    "import Kernel\nimport Storage")
            },
        ]

    @Test("What is taken out of a copy of the tree is missed, in every room", arguments: mutations)
    func caught(_ mutation: Mutation) {
        var rooms = 0
        for room in RoomCheck(files: Self.tree).rooms {
            var tree = Self.tree
            guard mutation.change(&tree, room) else { continue }
            rooms += 1
            #expect(!RoomCheck(files: tree).findings(in: room).isEmpty, "\(mutation.name) of \(room) is not missed")
        }
        #expect(rooms >= (mutation.name == "whose a thing is" ? 1 : 3), "\(mutation.name) changes nothing")
    }

    private static func remove(_ tree: inout [String: String], _ isGone: (String) -> Bool) -> Bool {
        let before = tree.count
        tree = tree.filter { !isGone($0.key) }
        return tree.count < before
    }

    /// Changes the first place below `folder` that matches.
    private static func edit(
        _ tree: inout [String: String], _ folder: String, _ pattern: some RegexComponent, _ new: String
    ) -> Bool {
        for path in tree.keys.sorted() where path.hasPrefix(folder) {
            guard let text = tree[path], let range = text.firstRange(of: pattern) else { continue }
            tree[path] = text.replacingCharacters(in: range, with: new)
            return true
        }
        return false
    }
}
