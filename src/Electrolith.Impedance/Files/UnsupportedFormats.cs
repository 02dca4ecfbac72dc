namespace Electrolith.Impedance.Files;

/// <summary>Formats that are recognised and cannot be read, with what to do instead.</summary>
internal static class UnsupportedFormats
{
    /// <summary>What is said of the file; null when it is none of these.</summary>
    public static (string Message, string Hint)? Recognise(FileContent file)
    {
        var bytes = file.Bytes;
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return ("this is a zip archive, such as an .xlsx or .ods workbook", "save the sheet as CSV");
        }

        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return ("this is an old Office document, such as an .xls workbook", "save the sheet as CSV");
        }

        if (bytes is [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
        {
            return ("this is a PDF document", "export the numbers as text");
        }

        if (bytes is [0x1F, 0x8B, ..])
        {
            return ("this is a gzip archive", "unpack it first");
        }

        return !file.IsBinary ? null : file.Extension switch
        {
            ".ism" => ("this is a binary file named as Zahner Thales (.ism), whose layout is not known here", "export it from Thales as ASCII"),
            ".ids" => ("this is a binary file named as an Ivium data set (.ids), without a block of primary_data", "export the measurements from IviumSoft as .idf or as ASCII"),
            ".dfr" => ("this is a binary file named as Eco Chemie (.dfr), whose layout is not known here", "export it as text"),
            ".nox" => ("this is a binary file named as Autolab NOVA (.nox), whose layout is not known here", "export the data from NOVA as ASCII"),
            ".i2b" or ".p00" => ($"this is a binary file named {file.Extension}, whose layout is not known here", "export it as text"),
            ".eps" => ("this is a binary file named as Novocontrol WinDETA (.eps), whose layout is not known here", "export it from WinDETA as ASCII with the columns Freq., Zp', Zp''"),
            _ => null,
        };
    }
}
