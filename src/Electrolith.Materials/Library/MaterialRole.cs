using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Electrolith.Materials.Library;

/// <summary>What a material is used for in a cell or a process.</summary>
public enum MaterialRole
{
    /// <summary>Solid electrolyte.</summary>
    Electrolyte,

    /// <summary>Active material of the positive electrode.</summary>
    Cathode,

    /// <summary>Active material of the negative electrode.</summary>
    Anode,

    /// <summary>Coating of particles.</summary>
    Coating,

    /// <summary>Layer between electrode and electrolyte.</summary>
    Interlayer,

    /// <summary>Current collector.</summary>
    Collector,

    /// <summary>Electron-conducting additive.</summary>
    ConductiveAdditive,

    /// <summary>Binder.</summary>
    Binder,

    /// <summary>Housing of the cell.</summary>
    Packaging,

    /// <summary>Raw material of a synthesis.</summary>
    Precursor,

    /// <summary>Lithium salt of a polymer electrolyte.</summary>
    Salt,

    /// <summary>Polymer that holds a salt.</summary>
    PolymerHost,
}

/// <summary>Names of roles and families as data files write them.</summary>
public static class MaterialNames
{
    private static readonly FrozenDictionary<string, MaterialRole> RoleByName = Enum.GetValues<MaterialRole>().ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Families of electrolytes; processing behaves differently in each.</summary>
    public static ImmutableArray<string> ElectrolyteFamilies { get; } =
    [
        "garnet", "nasicon", "perovskite", "lipon", "lgps", "argyrodite", "thiophosphate-crystal", "thiophosphate-glass",
        "glass-ceramic", "halide", "polymer", "composite",
    ];

    /// <summary>Families of everything else.</summary>
    public static ImmutableArray<string> OtherFamilies { get; } =
    [
        "layered-oxide", "olivine", "lithium-metal", "anode-free", "alloy", "carbon", "silicon", "oxide", "phosphate", "borate",
        "metal-foil", "laminate", "fluoropolymer", "polymer", "salt", "sulfide", "halide-salt",
    ];

    /// <summary>Role names in the order of the enumeration.</summary>
    public static IEnumerable<string> Roles => Enum.GetValues<MaterialRole>().Select(NameOf);

    /// <summary>Name of a role, for example <c>conductive-additive</c>.</summary>
    /// <param name="role">The role.</param>
    public static string NameOf(MaterialRole role) =>
        string.Concat(role.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    /// <summary>Finds a role by name.</summary>
    /// <param name="name">Name as in data files.</param>
    /// <param name="role">The role.</param>
    public static bool TryGetRole(string name, out MaterialRole role) => RoleByName.TryGetValue(name, out role);
}
