package import Foundation
import Glibc

/// Reading from a child's pipe. Foundation's own calls end the test run when a signal interrupts them (`EINTR`).
extension FileHandle {
    /// What is there now, at most 64 KiB; empty at the end.
    package func readSome() -> Data {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(fileDescriptor, &buffer, buffer.count)
            if count >= 0 { return Data(buffer[..<count]) }
            if errno != EINTR { return Data() }
        }
    }

    /// Everything up to the end.
    package func readAll() -> Data {
        var all = Data()
        while true {
            let more = readSome()
            if more.isEmpty { return all }
            all += more
        }
    }
}
