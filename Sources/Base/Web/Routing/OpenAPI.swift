package import Kernel

/// The house's addresses for programs as an OpenAPI 3.1 document, made from the same values the server serves.
package enum OpenAPI {
    /// One command as the document needs it.
    package struct Command: Sendable {
        /// With the module prefix: `exchange.placeBid`.
        package let name: String
        package let title: Message
        package let fields: [FieldShape.Field]
        /// Numbers of the rejections it can be answered with.
        package let rejections: [Int]
        package let roles: [Role]

        package init(
            name: String, title: Message, fields: [FieldShape.Field], rejections: [Int] = [], roles: [Role] = []
        ) {
            self.name = name
            self.title = title
            self.fields = fields
            self.rejections = rejections
            self.roles = roles
        }
    }

    package static let commandsPath = "/api/v1/commands"

    /// `doors` are addresses beside the routes, each ready as a path item; they may refer to `Rejection`.
    package static func document(
        routes: [Route], commands: [Command], endpoints: [String: JSON] = [:], language: Language = .english
    ) -> JSON {
        var paths = endpoints
        for route in routes {
            if let item = item(route, language) { paths[route.path] = item }
        }
        if !commands.isEmpty { paths[commandsPath] = .object(["post": post(commands, language)]) }
        var schemas = commands.reduce(into: [String: JSON]()) { schemas, command in
            schemas[schemaName(command.name)] = schema(command, language)
        }
        schemas["Rejection"] = rejection
        schemas["Reason"] = reason
        schemas["Accepted"] = accepted
        return [
            "openapi": "3.1.0",
            "info": [
                "title": .string(language(Text.name)), "version": "1",
                "description": .string(language(Text.motto)),
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(schemas),
                "securitySchemes": [
                    "bearer": ["type": "http", "scheme": "bearer"],
                    "session": ["type": "apiKey", "in": "cookie", "name": "__Host-session"],
                ],
            ],
        ]
    }

    private static func item(_ route: Route, _ language: Language) -> JSON? {
        let content: JSON
        switch route.handler {
        case .json(let shape, _): content = ["application/json": ["schema": OpenAPISchema.of(shape)]]
        case .file(let type, _):
            let isJSON = type.hasPrefix("application/") && type.contains("json")
            content = .object([type: ["schema": isJSON ? [:] : ["type": "string", "format": "binary"]]])
        case .page, .form, .upload: return nil
        }
        let parameters = route.parameterNames.map { name -> JSON in
            parameter(name, in: "path", ["type": "string", "pattern": .string(identifier)])
        }
        var operation: [String: JSON] = [
            "operationId": .string(operationID(route)), "summary": .string(language(route.summary)),
            "parameters": .array(parameters),
            "responses": ["200": ["description": "OK", "content": content], "default": refused],
        ]
        if route.rule != .everyone { operation["security"] = [["bearer": []], ["session": []]] }
        return ["get": .object(operation)]
    }

    /// A parameter of an operation; one of a path is always required.
    package static func parameter(_ name: String, in place: String, _ schema: JSON) -> JSON {
        ["name": .string(name), "in": .string(place), "required": .bool(place == "path"), "schema": schema]
    }

    /// An identifier, as `Identifier` takes it.
    package static let identifier = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"

    private static func post(_ commands: [Command], _ language: Language) -> JSON {
        let schemas = commands.map { reference(schemaName($0.name)) }
        return [
            "operationId": "giveCommand",
            "summary": .string(language(Text.giveCommand)),
            "security": [["bearer": []], ["session": []]],
            "requestBody": [
                "required": true,
                "content": ["application/json": ["schema": ["oneOf": .array(schemas)]]],
            ],
            "responses": [
                "200": [
                    "description": .string(language(Text.accepted)),
                    "content": ["application/json": ["schema": reference("Accepted")]],
                ],
                "default": refused,
            ],
        ]
    }

    private static func schema(_ command: Command, _ language: Language) -> JSON {
        [
            "type": "object",
            "title": .string(language(command.title)),
            "description": .string(
                language(Text.commandDescription(command.roles.map(\.rawValue), command.rejections))),
            "required": ["do", "with", "key"],
            "additionalProperties": false,
            "properties": [
                "do": ["const": .string(command.name)],
                "with": OpenAPISchema.object(command.fields),
                "key": ["type": "string", "minLength": 1, "maxLength": 64],
            ],
        ]
    }

    private static var rejection: JSON {
        let words: JSON = ["type": "object", "required": ["zh", "en"], "properties": ["zh": text, "en": text]]
        return [
            "type": "object", "required": ["number", "kind", "text", "next", "type", "title", "status"],
            "properties": [
                "type": ["type": "string", "format": "uri"], "title": text,
                "status": ["type": "integer", "minimum": 400, "maximum": 599],
                "number": ["type": "integer", "minimum": 1_000, "maximum": 99_999],
                "kind": ["enum": .array(Rejection.Kind.allCases.map { .string($0.rawValue) })],
                "text": words, "next": words, "article": words, "field": text,
                "others": ["type": "array", "items": reference("Reason")],
            ],
        ]
    }

    /// One of several reasons: the same without what the answer as a whole says.
    private static var reason: JSON {
        let words: JSON = ["type": "object", "required": ["zh", "en"], "properties": ["zh": text, "en": text]]
        return [
            "type": "object", "required": ["number", "kind", "text", "next"],
            "properties": [
                "number": ["type": "integer", "minimum": 1_000, "maximum": 99_999],
                "kind": ["enum": .array(Rejection.Kind.allCases.map { .string($0.rawValue) })],
                "text": words, "next": words, "article": words, "field": text,
                "others": ["type": "array", "items": reference("Reason")],
            ],
        ]
    }

    private static var accepted: JSON {
        [
            "type": "object", "required": ["entries", "stream", "at"],
            "properties": [
                "entries": ["type": "array", "items": ["type": "integer", "format": "int64"]],
                "stream": text, "at": ["type": "integer", "format": "int64"],
            ],
        ]
    }

    /// Every answer that is a "no": problem details (RFC 9457).
    package static var refused: JSON {
        [
            "description": .string(Text.refused.en),
            "content": ["application/problem+json": ["schema": reference("Rejection")]],
        ]
    }

    private static var text: JSON { ["type": "string"] }

    private static func reference(_ name: String) -> JSON { ["$ref": .string("#/components/schemas/\(name)")] }

    /// `exchange.placeBid` as `ExchangePlaceBid`.
    private static func schemaName(_ command: String) -> String {
        command.split(separator: ".").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// `/api/v1/lots/{lot}` as `getApiV1LotsLot`.
    private static func operationID(_ route: Route) -> String {
        let words = route.path.split { !$0.isLetter && !$0.isNumber }
        return "get" + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
