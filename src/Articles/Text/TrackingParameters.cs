using System.Collections.Frozen;

namespace Articles.Text;

/// <summary>
/// Parameters that tell a site where a reader comes from, never which page they want. A name is listed only if no known site uses it
/// to find an article: a missing name posts an article twice, a wrong one loses an article. That's why <c>id</c>, <c>p</c>,
/// <c>ref</c>, <c>source</c>, <c>cid</c> and <c>s</c> are not here.
/// </summary>
static class TrackingParameters
{
    static readonly (string Names, string Reason)[] Known =
    [
        ("utm_*", "Google Analytics, and everyone who copied it"),
        ("gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid", "Google Ads"),
        ("srsltid _ga _gl gaa_at gaa_n gaa_ts gaa_sig", "Google: analytics, shopping, subscriptions"),
        ("fbclid fb_action_ids fb_action_types fb_source fb_ref mibextid", "Facebook"),
        ("igshid igsh ig_rid", "Instagram"),
        ("msclkid ocid cvid", "Microsoft: ads, MSN and Bing"),
        ("twclid ref_src ref_url tw_*", "Twitter"),
        ("ttclid _r_ttclid", "TikTok"),
        ("li_fat_id trk trkcampaign", "LinkedIn"),
        ("yclid ysclid _openstat", "Yandex"),
        ("epik", "Pinterest"),
        ("rdt_cid share_id", "Reddit"),
        ("mc_cid mc_eid", "Mailchimp"),
        ("_hsenc _hsmi __hssc __hstc __hsfp hsctatracking hsa_*", "HubSpot"),
        ("mkt_tok", "Marketo"),
        ("elq* s_cid", "Oracle Eloqua and Adobe"),
        ("vero_id vero_conv oly_enc_id oly_anon_id wickedid", "newsletter services: Vero, Omeda, Wicked Reports"),
        ("_kx _ke ml_subscriber ml_subscriber_hash ck_subscriber_id", "newsletter services: Klaviyo, MailerLite, Kit"),
        ("pk_* mtm_* piwik_*", "Matomo"),
        ("at_medium at_campaign at_custom* at_link_* at_format", "AT Internet, at the BBC and others"),
        ("at_bbc_team xtor at_ptr_name at_campaign_type", "AT Internet, at the BBC and others"),
        ("cmpid cmp_id cmp ncid icid ito smid smtyp partner_ref sr_share", "Bloomberg, CNBC, Daily Mail, New York Times and others"),
        ("taid cndid esrc soc_src soc_trk guccounter guce_referrer guce_referrer_sig", "Yahoo and other news sites"),
        ("_mc mod_source print_ref spm scm", "publishers' and shops' campaigns"),
        ("amp_* usqp", "AMP viewers"),
        ("share sharetype feature_share shareadid share_token sharetoken", "share buttons"),
    ];

    static readonly FrozenSet<string> Names =
        All().Where(name => !name.EndsWith('*')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameLookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly string[] Beginnings = [.. All().Where(name => name.EndsWith('*')).Select(name => name[..^1])];

    /// <param name="parameter">As written in the query: <c>name</c> or <c>name=value</c>.</param>
    public static bool Contains(ReadOnlySpan<char> parameter)
    {
        var mark = parameter.IndexOf('=');
        var name = mark < 0 ? parameter : parameter[..mark];
        if (NameLookup.Contains(name))
            return true;
        foreach (var beginning in Beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    static IEnumerable<string> All() => Known.SelectMany(known => known.Names.Split(' '));
}
