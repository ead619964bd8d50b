package import Kernel

extension SignInStore {
    /// Lets the holder of a desk sign in by a name and a password made here, to be shown once: where there is no account
    /// yet it is opened, named `name` or like the desk; where there is one it takes the desk on, its name stays, and its old
    /// password and sessions end. A second factor that was set up stays. The password is good for a week, in which its owner
    /// sets one of their own.
    package func openStaff(
        _ principal: Principal, name: String? = nil, from whence: Whence = .machine, at now: Instant
    ) async throws -> (name: String, password: String) {
        // 80 bits, in letters and digits that are not mistaken for each other.
        let password = Base32.text(Randomness.bytes(10)).lowercased()
        let known = try await summary(of: principal.person, at: now)
        let name = known?.name ?? name ?? principal.office.text
        try await open(
            NewAccount(person: principal.person, name: name, offices: [principal.office], password: password),
            isFirstPassword: true, from: whence, at: now)
        if known != nil { try await signOutEverywhere(principal.person, from: whence, at: now) }
        return (name, password)
    }
}
