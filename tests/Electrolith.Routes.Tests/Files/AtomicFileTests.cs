using Electrolith.Routes.Files;

namespace Electrolith.Routes.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("electrolith-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Text_is_written_without_byte_order_mark_and_replaces_what_was_there()
    {
        string path = At("a.txt");
        AtomicFile.WriteAllText(path, "long old content");
        AtomicFile.WriteAllText(path, "Ω");
        Assert.Equal([0xCE, 0xA9], File.ReadAllBytes(path));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_writer_that_throws_leaves_the_old_file_and_nothing_else()
    {
        string path = At("a.txt");
        AtomicFile.WriteAllText(path, "old");
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[100_000]);
            throw new InvalidOperationException("in the middle");
        }));
        Assert.Equal("in the middle", thrown.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(_folder.GetFiles());
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(At("new.txt"), _ => throw new InvalidOperationException()));
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        string missing = At("no", "such");
        IOException thrown = Assert.Throws<IOException>(() => AtomicFile.WriteAllText(Path.Combine(missing, "a.txt"), "x"));
        Assert.Contains($"the folder '{missing}' does not exist", thrown.Message);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(At("taken"));
        Assert.Contains("it is a folder", Assert.Throws<IOException>(() => AtomicFile.WriteAllText(At("taken"), "x")).Message);
        Assert.Throws<IOException>(() => AtomicFile.WriteAllText("/", "x"));
    }

    [Fact]
    public void A_folder_that_is_not_writable_is_named()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        string folder = "/proc/self";
        if (!Environment.IsPrivilegedProcess)
        {
            folder = Directory.CreateDirectory(At("closed")).FullName;
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        try
        {
            IOException thrown = Assert.Throws<IOException>(() => AtomicFile.WriteAllText(Path.Combine(folder, "a.txt"), "x"));
            Assert.Contains($"the folder '{folder}' is not writable", thrown.Message);
        }
        finally
        {
            if (!Environment.IsPrivilegedProcess)
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        AtomicFile.WriteAllText(At("real.txt"), "old");
        File.CreateSymbolicLink(At("link.txt"), At("real.txt"));
        AtomicFile.WriteAllText(At("link.txt"), "new");
        Assert.Equal("new", File.ReadAllText(At("real.txt")));
        Assert.NotNull(new FileInfo(At("link.txt")).LinkTarget);
    }

    [Fact]
    public void A_full_disk_is_reported()
    {
        // /dev/full answers every write as a full disk does.
        if (File.Exists("/dev/full"))
        {
            Assert.ThrowsAny<IOException>(() => AtomicFile.WriteAllText("/dev/full", "x"));
            Assert.True(File.Exists("/dev/full"));
        }
    }

    private string At(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);
}
