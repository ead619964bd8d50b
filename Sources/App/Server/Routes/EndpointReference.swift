import Kernel
import Web

/// The server's own addresses for programs as the OpenAPI document has them: sign-in, session, changes, events, the log's
/// files. A test holds them against `WebServer.allEndpoints`.
enum EndpointReference {
    /// Path items by address.
    static let paths: [String: JSON] = [
        "/api/v1/sign-in": [
            "post": operation(
                "signIn", "Signs a person in by name, password and code; the program keeps the token.", token,
                body: [
                    "type": "object", "required": ["name", "password"], "additionalProperties": false,
                    "properties": ["name": text, "password": text, "code": text, "office": identifier],
                ])
        ],
        "/api/v1/session": [
            "get": operation("getSession", "Whose session this is.", session, security: true)
        ],
        MessageEndpoints.path: [
            "post": operation(
                "takeReply",
                "An answer that came by message, from the county's gateway, which shows the house's key as its bearer token.",
                ["type": "object", "required": ["text"], "properties": ["text": text]],
                body: [
                    "type": "object", "required": ["phone", "text"], "additionalProperties": false,
                    "properties": ["phone": text, "text": text],
                ])
        ],
        "/api/v1/changes": [
            "get": operation(
                "getChanges", "Entries of the log after an index, at most a thousand.", changes,
                parameters: [OpenAPI.parameter("after", in: "query", index)])
        ],
        "/api/v1/changes/events": [
            "get": operation(
                "followChanges", "The same as server-sent events.", text, as: "text/event-stream",
                parameters: [OpenAPI.parameter("after", in: "query", index), lastEvent])
        ],
        "/events": [
            "get": operation(
                "followStream", "That something happened, to one thing or to any, as server-sent events.", text,
                as: "text/event-stream",
                parameters: [
                    OpenAPI.parameter("stream", in: "query", ["type": "string", "pattern": .string(stream)]), lastEvent,
                ])
        ],
        "/api/v1/lots/{lot}/events": [
            "get": operation(
                "followLot", "That something happened to a lot, as server-sent events.", text, as: "text/event-stream",
                parameters: [OpenAPI.parameter("lot", in: "path", identifier), lastEvent])
        ],
        "/checkpoint": [
            "get": operation("getCheckpoint", "The newest signed checkpoint (C2SP).", text, as: "text/plain")
        ],
        "/tile/{level}/{tile}": [
            "get": operation(
                "getTile", "A tile of the log (C2SP tlog-tiles), or of its entries.",
                ["type": "string", "format": "binary"], as: "application/octet-stream",
                parameters: [
                    OpenAPI.parameter("level", in: "path", ["type": "string", "pattern": "^([0-7]|entries)$"]),
                    OpenAPI.parameter("tile", in: "path", ["type": "string", "pattern": "^[0-9]{3}$"]),
                ])
        ],
        "/healthz": ["get": operation("getHealth", "Whether the log can be read.", ["type": "object"])],
        "/readyz": [
            "get": operation(
                "getReadiness", "Whether commands are taken, and the reason where they are not.", ["type": "object"],
                also: [
                    "503": ["description": "Not now", "content": ["application/json": ["schema": ["type": "object"]]]]
                ])
        ],
        "/healthz/writer": [
            "get": operation(
                "getWriterHealth", "Whether commands are taken here; 503 where they are not.", ["type": "object"],
                also: [
                    "503": ["description": "Not here", "content": ["application/json": ["schema": ["type": "object"]]]]
                ])
        ],
        UploadEndpoints.path: [
            "post": upload(
                "beginUpload", "Opens an upload of a paper (tus 1.0.0); its address stands in Location.", "201",
                ["Upload-Length": ["type": "integer", "minimum": 1], "Upload-Metadata": text])
        ],
        UploadEndpoints.one.path: [
            "head": upload(
                "getUpload", "How far an upload has come, and of a whole one its mark.", "200", [:]),
            "patch": upload(
                "addToUpload", "The bytes from Upload-Offset on.", "204",
                ["Upload-Offset": ["type": "integer", "minimum": 0], "Upload-Checksum": text],
                body: ["application/offset+octet-stream": ["schema": ["type": "string", "format": "binary"]]]),
            "delete": upload("endUpload", "Ends an upload.", "204", [:]),
        ],
        "/api/openapi.json": ["get": operation("getDescription", "This document.", ["type": "object"])],
    ]

    private static func operation(
        _ name: String, _ summary: String, _ schema: JSON, as type: String = "application/json",
        parameters: [JSON] = [], body: JSON? = nil, security: Bool = false, also: [String: JSON] = [:]
    ) -> JSON {
        var responses = also
        responses["200"] = ["description": "OK", "content": .object([type: ["schema": schema]])]
        responses["default"] = OpenAPI.refused
        var members: [String: JSON] = [
            "operationId": .string(name), "summary": .string(summary), "parameters": .array(parameters),
            "responses": .object(responses),
        ]
        if security { members["security"] = [["bearer": []], ["session": []]] }
        if let body {
            members["requestBody"] = ["required": true, "content": ["application/json": ["schema": body]]]
        }
        return .object(members)
    }

    /// What tus asks for stands in headers, and so does what it answers.
    private static func upload(
        _ name: String, _ summary: String, _ status: String, _ headers: [String: JSON], body: JSON? = nil
    ) -> JSON {
        let all = headers.merging(["Tus-Resumable": ["const": "1.0.0"]]) { $1 }
        var parameters = all.sorted { $0.key < $1.key }.map { OpenAPI.parameter($0.key, in: "header", $0.value) }
        if name != "beginUpload" {
            parameters.append(OpenAPI.parameter("upload", in: "path", ["type": "string", "pattern": "^[0-9a-f]{32}$"]))
        }
        var members: [String: JSON] = [
            "operationId": .string(name), "summary": .string(summary), "parameters": .array(parameters),
            "responses": .object([status: ["description": "Done"], "default": OpenAPI.refused]),
            "security": [["bearer": []], ["session": []]],
        ]
        if let body { members["requestBody"] = ["required": true, "content": body] }
        return .object(members)
    }

    private static let text: JSON = ["type": "string"]
    private static let identifier: JSON = ["type": "string", "pattern": .string(OpenAPI.identifier)]
    private static let stream = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
    private static let index: JSON = [
        "type": "integer", "format": "int64", "minimum": -1, "maximum": .integer(Int64.max - 1_002),
    ]
    private static let lastEvent = OpenAPI.parameter("Last-Event-ID", in: "header", index)
    private static let token: JSON = [
        "type": "object", "required": ["token", "office", "offices", "mustEnrol"],
        "properties": [
            "token": text, "office": ["type": ["string", "null"]], "offices": ["type": "array", "items": text],
            "mustEnrol": ["type": "boolean"],
        ],
    ]
    private static let session: JSON = [
        "type": "object", "required": ["person", "way", "formToken"],
        "properties": [
            "person": text, "way": .object(["enum": .array(SignInWay.allCases.map { .string($0.rawValue) })]),
            "formToken": text, "office": text, "role": text, "division": text,
        ],
    ]
    private static let changes: JSON = [
        "type": "object", "required": ["changes", "newest"],
        "properties": [
            "changes": [
                "type": "array",
                "items": [
                    "type": "object", "required": ["index", "leaf"],
                    "properties": ["index": ["type": "integer"], "leaf": ["type": "object"]],
                ],
            ],
            "newest": ["type": "integer"],
        ],
    ]
}
