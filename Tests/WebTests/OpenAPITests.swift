import Foundation
import Kernel
import Testing
import Web

/// The document for programs says what the house does, and validators accept it.
struct OpenAPITests {
    private struct Line: FieldRecord {
        let side: Role
        let amount: Money

        static func fields(_ pass: inout FieldPass<Self>) -> Self {
            Self(side: pass.value("side", \.side), amount: pass.value("amountFen", \.amount))
        }
    }

    private struct Sample: FieldRecord {
        let title: String
        let area: Area?
        let start: CivilDate
        let at: Instant
        let agreed: Bool
        let person: PersonID
        let lines: [Line]
        let tags: [String]

        static func fields(_ pass: inout FieldPass<Self>) -> Self {
            Self(
                title: pass.value("title", \.title), area: pass.optional("area", \.area),
                start: pass.value("start", \.start), at: pass.value("at", \.at),
                agreed: pass.value("agreed", \.agreed), person: pass.value("person", \.person),
                lines: pass.list("lines", \.lines), tags: pass.values("tags", \.tags))
        }
    }

    private var document: JSON {
        let shape = FieldShape(.object(Sample.shapes))
        return OpenAPI.document(
            routes: [
                RouteTests.page("/lots"),
                Route(
                    "/api/v1/lots/{lot}", Message(zh: "标的", en: "Lot"), .everyone,
                    .json(shape: shape) { _ in .notFound }),
                Route("/api/v1/mine", Message(zh: "我的", en: "Mine"), .signedIn, .json(shape: shape) { _ in .notFound }),
                Route(
                    "/log/tile/{index}", Message(zh: "瓦片", en: "Tile"), .everyone,
                    .file(contentType: "application/octet-stream") { _ in .notFound }),
            ],
            commands: [
                OpenAPI.Command(
                    name: "exchange.draftLot", title: Message(zh: "起草标的", en: "Draft a lot"), fields: Sample.shapes,
                    rejections: [3001, 3002], roles: [.villageClerk]),
                OpenAPI.Command(
                    name: "exchange.placeBid", title: Message(zh: "出价", en: "Place a bid"), fields: Line.shapes),
            ])
    }

    @Test("every JSON and file address is there with its parameters, pages are not, commands stand under one address")
    func paths() {
        let paths = document["paths"]
        #expect(
            paths?.object?.keys.sorted() == [
                "/api/v1/commands", "/api/v1/lots/{lot}", "/api/v1/mine", "/log/tile/{index}",
            ])
        #expect(paths?["/api/v1/lots/{lot}"]?["get"]?["parameters"]?.array?.first?["name"] == "lot")
        #expect(
            paths?["/api/v1/mine"]?["get"]?["security"] != nil
                && paths?["/api/v1/lots/{lot}"]?["get"]?["security"] == nil)
        let body = paths?["/api/v1/commands"]?["post"]?["requestBody"]?["content"]?["application/json"]?["schema"]
        #expect(
            body?["oneOf"] == [
                ["$ref": "#/components/schemas/ExchangeDraftLot"], ["$ref": "#/components/schemas/ExchangePlaceBid"],
            ])
    }

    @Test("a command's schema has its fields, units, choices and which are required")
    func schema() {
        let with = document["components"]?["schemas"]?["ExchangeDraftLot"]?["properties"]?["with"]
        #expect(with?["required"] == ["title", "start", "at", "agreed", "person"])
        let area = with?["properties"]?["area"]
        #expect(area?["type"] == "integer" && area?["description"] == "0.0001 mu")
        #expect(area?["minimum"]?.integer == Area.shape.range?.lowerBound)
        #expect(area?["maximum"]?.integer == Area.shape.range?.upperBound && area?["maximum"] != nil)
        let line = with?["properties"]?["lines"]?["items"]
        #expect(line?["properties"]?["side"]?["enum"]?.array?.count == Role.allCases.count)
        #expect(line?["properties"]?["amountFen"]?["description"] == "fen")
        #expect(with?["properties"]?["tags"]?["items"]?["type"] == "string")
    }

    @Test("a file of JSON is documented as JSON, any other as bytes")
    func files() {
        let route = { (type: String) in
            Route("/f", Message(zh: "文件", en: "File"), .everyone, .file(contentType: type) { _ in .notFound })
        }
        func schema(_ type: String) -> JSON? {
            OpenAPI.document(routes: [route(type)], commands: [])["paths"]?["/f"]?["get"]?["responses"]?["200"]?[
                "content"]?[
                    type]?["schema"]
        }
        #expect(schema("application/json") == [:])
        #expect(schema("application/pdf") == ["type": "string", "format": "binary"])
    }

    @Test("every reference points to something")
    func references() {
        var missing: [String] = []
        let schemas = document["components"]?["schemas"]
        func walk(_ json: JSON) {
            switch json {
            case .object(let members):
                if case .string(let target)? = members["$ref"] {
                    let name = target.split(separator: "/").last.map { String($0) } ?? ""
                    if schemas?[name] == nil { missing.append(target) }
                }
                members.values.forEach(walk)
            case .array(let elements): elements.forEach(walk)
            default: break
            }
        }
        walk(document)
        #expect(missing == [])
    }

    static let validator =
        "import openapi_spec_validator, json, sys; openapi_spec_validator.validate(json.load(open(sys.argv[1])))"

    static func python(_ arguments: [String]) -> Int32? {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        return process.terminationStatus
    }

    static let hasValidator = python(["-c", "import openapi_spec_validator"]) == 0

    @Test(
        "a validator that is not ours accepts it",
        .enabled(if: hasValidator, "python's openapi-spec-validator is not installed"))
    func validator() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "openapi-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(document.canonicalBytes).write(to: file)
        #expect(Self.python(["-c", Self.validator, file.path]) == 0)
    }
}
