import Kernel
package import Registry

/// A resolution as Registry recorded it.
package struct ResolutionFacts: Sendable, Hashable {
    package let organisation: OrganisationID
    package let passed: Bool
}
