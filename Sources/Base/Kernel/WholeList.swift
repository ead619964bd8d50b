/// A list that is written even where it is empty. In what programs read, an empty list says "none"; in a leaf it is left out.
///
/// Nothing personal may stand in it.
package struct WholeList<Element: FieldRecord>: FieldValue {
    package let elements: [Element]

    package init(_ elements: [Element]) { self.elements = elements }

    package init(field: JSON, notation: FieldNotation) throws(Rejection) {
        guard case .array(let items) = field else {
            throw KernelRejection.wrongType(field: "", expected: .list(most: nil)).rejection
        }
        var elements: [Element] = []
        for item in items { elements.append(try Element.read(item, notation: notation)) }
        self.elements = elements
    }

    package var field: JSON { .array(elements.map { .object($0.openFields) }) }
    package static var shape: FieldShape { FieldShape(.list(Element.shapes)) }
    package static var example: Self { Self([]) }
}

extension FieldPass {
    /// The list called `name`, written even where it is empty.
    package mutating func wholeList<Element: FieldRecord>(_ name: String, _ get: (Record) -> [Element]) -> [Element] {
        value(name) { WholeList(get($0)) }.elements
    }
}
