import Kernel

/// JSON Schema (2020-12) of the house's field shapes.
enum OpenAPISchema {
    static func of(_ shape: FieldShape) -> JSON {
        var schema = members(shape.kind)
        if let range = shape.range, schema["type"] == "integer" {
            schema["minimum"] = .integer(range.lowerBound)
            schema["maximum"] = .integer(range.upperBound)
        }
        if !shape.unit.isEmpty { schema["description"] = .string(shape.unit) }
        return .object(schema)
    }

    static func object(_ fields: [FieldShape.Field]) -> JSON {
        let properties = Dictionary(fields.map { ($0.name, of($0.shape)) }, uniquingKeysWith: { first, _ in first })
        let required = fields.filter { !$0.isOptional }.map { JSON.string($0.name) }
        return [
            "type": "object", "properties": .object(properties), "required": .array(required),
            "additionalProperties": false,
        ]
    }

    private static func members(_ kind: FieldShape.Kind) -> [String: JSON] {
        switch kind {
        case .text(let limit): ["type": "string", "maxLength": .integer(Int64(limit))]
        case .paper:
            [
                "type": "string", "maxLength": .integer(Int64(String.longestField)),
                "description": .string(Text.paperMark.en),
            ]
        case .integer, .money, .area: ["type": "integer", "format": "int64"]
        case .flag: ["type": "boolean"]
        case .choice(let choices): ["type": "string", "enum": .array(choices.map { .string($0) })]
        case .identifier: ["type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"]
        case .date: ["type": "string", "format": "date"]
        case .instant: ["type": ["integer", "string"]]
        case .list(let fields):
            [
                "type": "array",
                "items": fields.count == 1 && fields[0].name.isEmpty ? of(fields[0].shape) : object(fields),
            ]
        case .object(let fields): object(fields).object ?? [:]
        }
    }
}
