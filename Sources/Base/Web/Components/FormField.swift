package import Kernel

/// One field of a form. Its name is the command's argument, for example `priceFen` or `lines[0].amountFen`.
package struct FormField: Sendable {
    package struct Option: Sendable {
        let value: String
        let label: String

        package init(_ value: String, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    enum Kind: Sendable {
        case text(limit: Int), number, decimal, money, area, date, instant, secret
        case choice([Option]), several([(option: Option, isTicked: Bool)]), checkbox, manyLines(limit: Int), file(
            accept: String), paper, hidden,
            pick(Picking)
    }

    package let name: String
    let kind: Kind
    let label: Message
    let hint: Message?
    let unit: Message?
    package let isOptional: Bool
    package let value: String
    /// With which answers to another field of the form this one is asked; nil where it always is.
    private(set) var condition: (field: String, values: [String])?

    init(
        _ name: String, _ kind: Kind, _ label: Message, hint: Message?, unit: Message? = nil, optional: Bool,
        value: String
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.hint = hint
        self.unit = unit
        isOptional = optional
        self.value = value
    }

    /// The field, asked only where the choice `field` of the same form is one of `values`; with any other it is not seen.
    package func only<Choice: FieldChoice>(_ field: String, _ values: [Choice]) -> FormField {
        var conditional = self
        conditional.condition = (field, values.map(\.rawValue))
        return conditional
    }

    /// `limit`: as much as people write there; the field is as wide.
    package static func text(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: String = "",
        limit: Int = 200
    ) -> FormField {
        FormField(name, .text(limit: limit), label, hint: hint, optional: optional, value: value)
    }

    /// A whole number with the unit it is counted in.
    package static func number(
        _ name: String, _ label: Message, unit: Message? = nil, hint: Message? = nil, optional: Bool = false,
        value: Int64? = nil
    ) -> FormField {
        let text = value.map { String($0) } ?? ""
        return FormField(name, .number, label, hint: hint, unit: unit, optional: optional, value: text)
    }

    /// Typed as per cent, read as ten-thousandths.
    package static func share(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: Int64? = nil
    ) -> FormField {
        let text = value.map { Format.decimal($0, places: 2, trimmed: true) } ?? ""
        return FormField(name, .decimal, label, hint: hint, unit: Text.percent, optional: optional, value: text)
    }

    /// Typed in kilograms, read as grams.
    package static func kilograms(_ name: String, _ label: Message, optional: Bool = false) -> FormField {
        FormField(name, .decimal, label, hint: nil, unit: Text.kilograms, optional: optional, value: "")
    }

    /// Typed in yuan, read as fen.
    package static func money(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: Money? = nil
    ) -> FormField {
        let text = value.map { Format.typedMoney(fen: $0.fen) } ?? ""
        return FormField(name, .money, label, hint: hint, unit: Text.yuan, optional: optional, value: text)
    }

    /// Typed in mu, read as 0.0001 mu.
    package static func area(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: Area? = nil
    ) -> FormField {
        let text = value.map { Format.typedArea(tenThousandthsOfMu: $0.units) } ?? ""
        return FormField(name, .area, label, hint: hint, unit: Text.mu, optional: optional, value: text)
    }

    package static func date(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: CivilDate? = nil
    ) -> FormField {
        FormField(name, .date, label, hint: hint, optional: optional, value: value?.description ?? "")
    }

    /// Local time of Asia/Shanghai, to the minute.
    package static func instant(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: Instant? = nil
    ) -> FormField {
        let text = value.map { Format.typedInstant($0) } ?? ""
        return FormField(name, .instant, label, hint: hint, optional: optional, value: text)
    }

    /// Up to four options are shown open, more in a list to choose from.
    package static func choice(
        _ name: String, _ label: Message, _ options: [Option], hint: Message? = nil, optional: Bool = false,
        value: String = ""
    ) -> FormField {
        FormField(name, .choice(options), label, hint: hint, optional: optional, value: value)
    }

    /// A box to tick; sent as `true` or `false`, never left out.
    package static func checkbox(_ name: String, _ label: Message, hint: Message? = nil, value: Bool = false)
        -> FormField
    {
        FormField(name, .checkbox, label, hint: hint, optional: true, value: value ? "true" : "")
    }

    /// Boxes to tick of which any number may be; sent as `name[0]`, `name[3]`, read as a list in the order they stand in.
    package static func several(
        _ name: String, _ label: Message, _ options: [Option], hint: Message? = nil, ticked: Set<String> = []
    ) -> FormField {
        FormField(
            name, .several(options.map { (option: $0, isTicked: ticked.contains($0.value)) }), label, hint: hint,
            optional: true, value: "")
    }

    /// `limit`: as much as people write there; the field is as high.
    package static func textarea(
        _ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false, value: String = "",
        limit: Int = 2_000
    ) -> FormField {
        FormField(name, .manyLines(limit: limit), label, hint: hint, optional: optional, value: value)
    }

    /// A password or code: never shown again, not even when the form comes back.
    package static func secret(_ name: String, _ label: Message, hint: Message? = nil) -> FormField {
        FormField(name, .secret, label, hint: hint, optional: false, value: "")
    }

    /// A file; the form is then sent as multipart. `accept` as in HTML: `.csv,application/pdf`.
    package static func file(
        _ name: String, _ label: Message, accept: String, hint: Message? = nil, optional: Bool = false
    ) -> FormField {
        FormField(name, .file(accept: accept), label, hint: hint, optional: optional, value: "")
    }

    /// A paper: a photo taken now, or a file. A form that comes back keeps the paper that was sent.
    package static func paper(_ name: String, _ label: Message, hint: Message? = nil, optional: Bool = false)
        -> FormField
    {
        FormField(name, .paper, label, hint: hint ?? Text.paperHint, optional: optional, value: "")
    }

    /// An argument the reader need not see: the lot the page is about.
    package static func hidden(_ name: String, _ value: String) -> FormField {
        FormField(name, .hidden, Text.none, hint: nil, optional: false, value: value)
    }
}
