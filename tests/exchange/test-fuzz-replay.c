/* A small corpus, and thousands of files made from it by accidents: none may bring a plan down. */
#include "config.h"

#include "fuzz-csv.h"

#include <string.h>

#define ROUNDS 20000

/* The first byte is the kind: 'd' leaders, 'e' objectives, 'f' check-ins, 'g' customers, 'h' movements; five further on the same
 * with bad rows left out. */
static const char *corpus[] = {
  "did,name,manager,incentive_target,from,to\nA,Ann,,1000.50,2026-01-01,\nB,\"Bob \"\"B\"\" B\",A,,1/2/2026,31/12/2026\nA,Again,B,,,\n",
  "iid;name;manager\nA;Ann;B\nB;Bob;A\n\xe9;\x80;A\nD;;A\nE;Eve;D\n",
  "d\xef\xbb\xbfid\tname\tmanager\r\nA\tAnn\t\r\n\r\nB\t\"x\ny\"\tnobody\r\n",
  "eid,leader,title,kind,weight,baseline,target,due,driver,claim_value,parent\nx,C,T,number,40,1.5,\"2,5\",,retain;expand,,\n,M,U,milestone,\"33,3 %\",,,2026-06-30,retain,5,c1\n",
  "jleader,title,kind,weight,parent,id\nC,A,number,x,,p\nW,B,range,50,p,q\nM,Open the customer room,number,1,,\n",
  "fobjective,date,value,confidence,note\nc1,2026-03-31,84.1,7,\"so\nso\"\nm1,30.6.2026,done,,\nc1,2026-03-31,1,,\nC1,x,1e5,11,\n",
  "gcustomer,date,value,segment,lost_reason\na,12/1/2010 8:26,\"1,234.50\",Big,\nb,1/13/2010,(3),,Price\n,,,,\n",
  "gcustomer;period;value\na;2026-01;1.234,50\nb;2026-Q1;12\nc;2026;\n",
  "lsep=;\ncustomer;period;value\na;2026-01;€ 1.234,5\n",
  "hperiod,opening_customers,new_customers,lost_customers,closing_customers,opening_value,closing_value\n2026-01,1,2,1,2,5.00,5\n2026-02,2,0,3,0,5,6\n2026-Q1,1,1,1,1,1,1\n",
  "d\xff\xfei\0d\0,\0n\0a\0m\0e\0\n\0",
  "g\"",
};

static void
test_corpus (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (corpus); i++)
    for (gsize length = 0; length <= strlen (corpus[i]); length++)
      LLVMFuzzerTestOneInput ((const uint8_t *) corpus[i], length);
}

/* What goes wrong in a file: a byte is another one, lost, or doubled; a piece is repeated; two files run into each other. */
static void
damage (GByteArray *file)
{
  static const char telling[] = "\",;\t\r\n'=.-/ 0129aQ\xe9\xc3\xef\xff";
  guint at = file->len > 1 ? (guint) g_test_rand_int_range (1, (gint32) file->len) : 0;
  guint8 byte = (guint8) telling[g_test_rand_int_range (0, sizeof telling)];
  const char *other = corpus[g_test_rand_int_range (0, G_N_ELEMENTS (corpus))];

  if (file->len <= 1)
    return;
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      file->data[at] = byte;
      break;
    case 1:
      g_byte_array_remove_index (file, at);
      break;
    case 2:
      g_byte_array_append (file, &byte, 1);
      break;
    case 3:
      file->data[at] = (guint8) g_test_rand_int_range (0, 256);
      break;
    case 4:
      g_byte_array_set_size (file, at);
      break;
    default:
      g_byte_array_append (file, (const guint8 *) other + 1, (guint) strlen (other) - 1);
    }
}

static void
test_damaged (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      const char *text = corpus[g_test_rand_int_range (0, G_N_ELEMENTS (corpus))];
      g_autoptr (GByteArray) file = g_byte_array_new ();

      g_byte_array_append (file, (const guint8 *) text, (guint) strlen (text));
      for (gint n = g_test_rand_int_range (1, 8); n > 0; n--)
        damage (file);
      LLVMFuzzerTestOneInput (file->data, file->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-replay/corpus", test_corpus);
  g_test_add_func ("/fuzz-replay/damaged", test_damaged);

  return g_test_run ();
}
