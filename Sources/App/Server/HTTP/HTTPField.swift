package import Hummingbird

/// Hummingbird hands on header fields, but not the name of one field's type.
package typealias HTTPField = HTTPFields.Element
