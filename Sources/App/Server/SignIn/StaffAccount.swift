package import Kernel

extension SignInStore {
    /// Lets the holder of a desk sign in by a name and a password made here, to be shown once: where there is no account
    /// yet it is opened, named `name` or like the desk; where there is one it takes the desk on, its name stays, and its old
    /// password and sessions end. A second factor that was set up stays.
    package func openStaff(_ principal: Principal, name: String? = nil, at now: Instant) async throws -> (
        name: String, password: String
    ) {
        // 80 bits, in letters and digits that are not mistaken for each other.
        let password = Base32.text(Randomness.bytes(10)).lowercased()
        let known = try await summary(of: principal.person, at: now)
        let name = known?.name ?? name ?? principal.office.text
        try await open(
            NewAccount(person: principal.person, name: name, offices: [principal.office], password: password), at: now)
        if known != nil { try await signOutEverywhere(principal.person) }
        return (name, password)
    }
}
