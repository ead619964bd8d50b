package import Foundation
package import Kernel

/// How the secrets lie on the disk, looked at before the house is served.
package enum KeyCare {
    private static let secrets = ["log.key", "installation.key", "sign-in.key"]

    /// Throws `InstallationRefusal` 1217 for a secret that others may read or write; answers what else the person at the terminal
    /// should know. `isRoot`: whether this program runs as the machine's superuser.
    package static func check(_ dataDirectory: URL, isRoot: Bool = geteuid() == 0) throws -> [Message] {
        let keys = dataDirectory.appending(path: "keys")
        for file in secrets.map({ keys.appending(path: $0).path }) where isOpen(file) {
            throw InstallationRefusal(PlatformRejection.keysReadable(path: file))
        }
        var said: [Message] = []
        for folder in [keys.path, dataDirectory.path] where isOpen(folder) {
            said.append(InstallationText.openFolder(folder))
        }
        if isRoot { said.append(InstallationText.asRoot) }
        return said
    }

    /// Whether anybody but the owner may do anything with it.
    private static func isOpen(_ path: String) -> Bool {
        let mode = (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]) as? Int
        return mode.map { $0 & 0o077 != 0 } ?? false
    }
}
