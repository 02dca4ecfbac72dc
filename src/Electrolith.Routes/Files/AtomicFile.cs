using System.Text;

namespace Electrolith.Routes.Files;

/// <summary>Writes whole files or nothing: first a temporary file in the same folder, flushed to the disk, then renamed.</summary>
public static class AtomicFile
{
    private static int _counter;

    /// <summary>Writes text as UTF-8 without byte-order mark.</summary>
    /// <param name="path">The file; an existing one is replaced only when everything has been written.</param>
    /// <param name="text">The whole content.</param>
    /// <exception cref="IOException">The folder is missing, not writable or full; the message names it.</exception>
    public static void WriteAllText(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(path, stream => stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text)));
    }

    /// <summary>Writes what a function puts into a stream.</summary>
    /// <param name="path">The file; an existing one is replaced only when the function has returned and the disk has everything.</param>
    /// <param name="write">Writes the content; its own exceptions pass through and leave the folder as it was.</param>
    /// <exception cref="IOException">The folder is missing, not writable or full; the message names it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string target = Resolve(path);
        string folder = Path.GetDirectoryName(target) is { Length: > 0 } parent ? parent : throw new IOException($"'{path}' is not a file name.");
        if (Directory.Exists(target))
        {
            throw new IOException($"Cannot write '{path}': it is a folder.");
        }
        if (!Directory.Exists(folder))
        {
            throw new IOException($"Cannot write '{path}': the folder '{folder}' does not exist.");
        }
        if (IsDevice(target))
        {
            using FileStream device = Open(path, target, folder, FileMode.Open);
            write(device);
            return;
        }
        string temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Environment.ProcessId}-{Interlocked.Increment(ref _counter)}.tmp");
        FileStream stream = Open(path, temporary, folder, FileMode.CreateNew);
        try
        {
            using (stream)
            {
                write(stream);
                Finish(path, folder, () => stream.Flush(flushToDisk: true));
            }
            Finish(path, folder, () => File.Move(temporary, target, overwrite: true));
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    // A link stays a link: the file behind it is replaced.
    private static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }

    // Renaming over a device would replace it by a file.
    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows() && target.StartsWith("/dev/", StringComparison.Ordinal)
        && !target.StartsWith("/dev/shm/", StringComparison.Ordinal) && File.Exists(target);

    private static FileStream Open(string path, string file, string folder, FileMode mode)
    {
        try
        {
            return new FileStream(file, mode, FileAccess.Write, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot write '{path}': the folder '{folder}' is not writable ({e.Message})", e);
        }
    }

    private static void Finish(string path, string folder, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot write '{path}' in the folder '{folder}': {e.Message}", e);
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to report; a temporary file that cannot be removed must not hide it.
        }
    }
}
