/// A key or salt that printing, logging and debugging show as dots.
package protocol Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Secret {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension SigningKey: Secret {}
extension SubjectKey: Secret {}
extension InstallationKey: Secret {}
extension Salt: Secret {}
