import Kernel

/// A mobile number of mainland China: eleven digits from 13 to 19. Lives only as long as one request.
package struct PhoneNumber: Sendable, Hashable {
    package let text: String

    /// Full-width figures, spaces, hyphens and the country code are forgiven; nil for anything else.
    package init?(_ typed: String) {
        guard let figures = MobileNumber.figures(of: typed) else { return nil }
        text = figures
    }
}

extension PhoneNumber: CustomStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
