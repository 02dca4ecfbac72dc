using System.Collections.Immutable;
using Electrolith.Impedance.Spectra;
using Electrolith.Quantities.Diagnostics;

namespace Electrolith.Impedance.Files;

/// <summary>
/// Reads impedance spectra from instrument files. The format is found from the content; the name is only a hint. Bad input
/// is reported, never thrown.
/// </summary>
public static class SpectrumFile
{
    private const int LargestBytes = 256 * 1024 * 1024;
    private const string Formats = "read are BioLogic .mpt and .mpr, Gamry .DTA, ZPlot .z, VersaStudio .par, Autolab, CH Instruments, Parstat, PowerSuite, Novocontrol, RelaxIS, Ivium .idf and .ids and PalmSens .pssession files, JSON, and any table with columns for frequency, Z' and Z'' or |Z| and phase";

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The spectra in the order of the file; none when nothing could be read, and then the bag has an error.</returns>
    public static ImmutableArray<Spectrum> Load(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(bag);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestBytes })
            {
                new FileContent(path, [], bag).Fail(SpectrumFileCodes.TooLarge, 0, $"the file has more than {LargestBytes / 1024 / 1024} MB", "export the impedance data alone");
                return [];
            }

            return Read(path, File.ReadAllBytes(path), bag);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            new FileContent(path, [], bag).Fail(SpectrumFileCodes.Unreadable, 0, "the file cannot be read: " + problem.Message, hint: null);
            return [];
        }
    }

    /// <summary>Reads the content of a file.</summary>
    /// <param name="name">Name to show; its extension is a hint.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="bag">Receives every problem.</param>
    /// <returns>The spectra in the order of the file; none when nothing could be read, and then the bag has an error.</returns>
    public static ImmutableArray<Spectrum> Read(string name, byte[] content, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(bag);
        var file = new FileContent(name, content, bag);
        if (content.Length == 0 || (!file.IsBinary && string.IsNullOrWhiteSpace(file.Text)))
        {
            file.Fail(SpectrumFileCodes.Empty, 0, "the file is empty", "export the measurement again");
            return [];
        }

        if (file.IsBinary && content.AsSpan().IndexOf(IviumFile.Mark) >= 0)
        {
            // An Ivium data set (.ids) may hold its blocks of text between binary parts.
            file = new FileContent(name, [.. content.Select(value => value == 0 ? (byte)' ' : value)], bag);
        }

        if (UnsupportedFormats.Recognise(file) is { } unsupported)
        {
            file.Fail(SpectrumFileCodes.Unsupported, 0, unsupported.Message, unsupported.Hint);
            return [];
        }

        var spectra = MprFile.Recognises(content) ? new MprFile(file).Read()
            : file.IsBinary ? []
            : JsonFile.Recognises(file) ? JsonFile.Read(file)
            : IviumFile.Recognises(file) ? IviumFile.Read(file)
            : TextFormats.Read(file);
        if (spectra.IsEmpty)
        {
            FailWithout(file);
        }

        return spectra;
    }

    private static void FailWithout(FileContent file)
    {
        var what = MprFile.Recognises(file.Bytes) ? "a BioLogic .mpr file"
            : file.IsBinary ? "a binary file of an unknown kind"
            : JsonFile.Recognises(file) ? "a JSON file"
            : TextFormats.Recognise(file).Format is var format && format == "table" ? "a text file" : $"a file of the kind {format}";
        var start = file.IsBinary ? "" : $", which begins \"{FileContent.Shown(file.FirstLine)}\"";
        var hint = what.EndsWith("Novocontrol text", StringComparison.Ordinal)
            ? "permittivity, modulus and conductivity alone do not give the impedance without the geometry; export the columns Freq., Zs' and Zs'' (or Zp' and Zp'')" : Formats;
        file.Fail(SpectrumFileCodes.NoSpectrum, 0, $"no impedance spectrum was found in it; it was taken as {what}{start}", hint);
    }
}
