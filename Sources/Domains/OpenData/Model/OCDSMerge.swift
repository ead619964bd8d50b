package import Kernel
import Exchange

/// The releases of one process made into one, as the standard's merge routine has it, for the documents this house makes
/// (no nulls, no versioned releases). The judge holds it against `ocdskit compile`.
package enum OCDSMerge {
    /// Lists that are replaced as a whole even though they hold objects.
    private static let wholeLists: Set<String> = [
        "additionalClassifications", "additionalIdentifiers", "deliveryLocations", "deliveryAddresses",
    ]
    /// What says something of a release, not of the process.
    private static let omitted: Set<String> = ["id", "date", "tag", "publisher", "links"]

    /// Nil without releases. Of two with one date the later in the list counts.
    package static func compiled(_ releases: [JSON]) -> JSON? {
        let ordered = releases.enumerated().sorted { left, right in
            (left.element["date"]?.string ?? "", left.offset) < (right.element["date"]?.string ?? "", right.offset)
        }.map(\.element)
        guard let last = ordered.last, let ocid = last["ocid"]?.string, let date = last["date"]?.string else {
            return nil
        }
        var merged: [String: JSON] = [:]
        for release in ordered {
            let fields = (release.object ?? [:]).filter { !omitted.contains($0.key) }
            merged = merge(merged, with: fields)
        }
        merged["id"] = .string("\(ocid)-\(date)")
        merged["date"] = .string(date)
        merged["tag"] = ["compiled"]
        return .object(merged)
    }

    private static func merge(_ old: [String: JSON], with new: [String: JSON]) -> [String: JSON] {
        var merged = old
        for (name, value) in new {
            switch (merged[name], value) {
            case (.object(let known)?, .object(let fields)): merged[name] = .object(merge(known, with: fields))
            case (.array(let known)?, .array(let elements)) where isListOfThings(elements, name):
                merged[name] = .array(merge(known, with: elements))
            default: merged[name] = value
            }
        }
        return merged
    }

    /// Things are known by their id; a list of words or numbers is one value.
    private static func isListOfThings(_ elements: [JSON], _ name: String) -> Bool {
        !wholeLists.contains(name) && !elements.isEmpty && elements.allSatisfy { $0.object != nil }
    }

    private static func merge(_ old: [JSON], with new: [JSON]) -> [JSON] {
        var merged = old
        for element in new {
            guard let id = element["id"], let position = merged.firstIndex(where: { $0["id"] == id }),
                let known = merged[position].object, let fields = element.object
            else {
                merged.append(element)
                continue
            }
            merged[position] = .object(merge(known, with: fields))
        }
        return merged
    }
}
